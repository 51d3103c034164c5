import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { readIfThere, withVariables, writePrivate } from '../project/env-file.js';
import { PROJECT_FILE } from '../project/project-config.js';
import type { ConnectionAnswers } from './connection-answers.js';

/** What is written down of a project's choices. */
export interface ProjectSettings {
  readonly out: string;
  readonly version?: string;
  readonly entities?: readonly string[];
}

/** Writes `.gitignore`, `.env` and `acurecord.json`; gives the names of what was written. */
export async function writeSettings(
  cwd: string,
  { url, username, password, tenant, endpoint }: ConnectionAnswers,
  { out, version, entities }: ProjectSettings,
): Promise<string[]> {
  const variables = {
    ACUMATICA_URL: url,
    ACUMATICA_USERNAME: username,
    ACUMATICA_PASSWORD: password,
    ACUMATICA_TENANT: tenant,
    ACUMATICA_ENDPOINT_NAME: endpoint,
    ...(version !== undefined && { ACUMATICA_ENDPOINT_VERSION: version }),
  };
  const env = resolve(cwd, '.env');
  await ignoreFiles(cwd);
  await writePrivate(env, withVariables(await readIfThere(env), variables));
  const config = resolve(cwd, PROJECT_FILE);
  if ((await readIfThere(config)) !== '') return ['.env', '.gitignore'];
  const choices = { endpoint, ...(version !== undefined && { endpointVersion: version }), out, entities };
  await writeFile(config, `${JSON.stringify(choices, null, 2)}\n`);
  return ['.env', '.gitignore', PROJECT_FILE];
}

/** First of all: a `.env` that git does not ignore must not exist for a moment. */
async function ignoreFiles(cwd: string): Promise<void> {
  const file = join(cwd, '.gitignore');
  const isFresh = !existsSync(file);
  const text = await readIfThere(file);
  if (text.split(/\r?\n/).some((line) => ['.env', '/.env', '.env*', '*.env'].includes(line.trim()))) return;
  const lines = isFresh && existsSync(join(cwd, 'package.json')) ? 'node_modules\n.env\n' : '.env\n';
  await writeFile(file, `${text}${text === '' || text.endsWith('\n') ? '' : '\n'}${lines}`);
}
