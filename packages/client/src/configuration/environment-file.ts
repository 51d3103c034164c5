import { readFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { AcumaticaConfigError } from '@acurecord/errors';
import type { Environment } from './settings-from-environment.js';
import { withoutLongGaps } from './without-long-gaps.js';

/** A `.env` file that was read. */
export interface EnvironmentFile {
  readonly path: string;
  readonly variables: Environment;
}

/**
 * Reads the `.env` file that somebody named.
 *
 * @throws AcumaticaConfigError when it cannot be read.
 */
export async function readEnvironmentFile(file: string): Promise<EnvironmentFile> {
  const path = resolve(file);
  try {
    const text = await readFile(path, 'utf8');
    const { default: dotenv } = await import('dotenv'); // loaded late: most programs have their settings elsewhere
    return { path, variables: dotenv.parse(withoutLongGaps(text)) };
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new AcumaticaConfigError(`The environment file ${path} (envFile) cannot be read: ${reason}`, { cause });
  }
}

/** The nearest `.env` file, from `folder` upwards, that says anything about Acumatica. */
export async function findEnvironmentFile(folder: string): Promise<EnvironmentFile | undefined> {
  const path = join(folder, '.env');
  const file = await readEnvironmentFile(path).catch(undefinedIfUnreadable);
  if (file !== undefined && Object.keys(file.variables).some((name) => name.startsWith('ACUMATICA_'))) return file;
  const parent = dirname(folder);
  return parent === folder ? undefined : findEnvironmentFile(parent);
}

/** A file that is not there, or not ours to read, is none; any other failure is told. */
function undefinedIfUnreadable(error: unknown): undefined {
  const { cause } = error as { cause?: { syscall?: unknown } };
  if (cause?.syscall === undefined) throw error;
}
