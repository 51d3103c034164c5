import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { AcumaticaClient } from 'acurecord';
import type { Command } from 'commander';
import { addCommonOptions, addConnectionOptions } from '../connection/connection-options.js';
import type { ConnectionOptions } from '../connection/connection-options.js';
import { clientOptions } from '../connection/open-client.js';
import { EXIT, UsageError } from '../exit-code.js';
import { readIfThere, withVariables, writePrivate } from '../project/env-file.js';
import { PROJECT_FILE } from '../project/project-config.js';
import { askSecret, askText, askYesNo } from '../terminal/ask.js';
import { paint } from '../terminal/colors.js';
import { reportError } from '../terminal/report-error.js';
import { isInteractive, put, say } from '../terminal/terminal.js';
import type { Terminal } from '../terminal/terminal.js';

interface Options extends ConnectionOptions {
  readonly out: string;
  readonly force?: boolean;
  readonly offline?: boolean;
}

/** What a project needs to know of its site. */
interface Answers {
  readonly url: string;
  readonly username: string;
  readonly password: string;
  readonly tenant: string;
  readonly endpoint: string;
}

/** `acurecord init`: asks for the connection, tries it, and writes `.env`, `acurecord.json` and a line in `.gitignore`. */
export function addInitCommand(program: Command, terminal: Terminal, finish: (code: number) => void): void {
  const command = program
    .command('init')
    .description('set a project up: ask for the connection, try it, write .env and acurecord.json')
    .option('--out <folder>', 'where generated classes will go', 'src/acumatica')
    .option('--offline', 'do not try the connection')
    .option('--force', 'write also when the connection fails, or settings are there already')
    .addHelpText(
      'after',
      `
Examples:
  acurecord init
  ACUMATICA_PASSWORD=… acurecord init --url https://host/AcumaticaERP --username admin --tenant Company   (in a script)`,
    );
  addCommonOptions(addConnectionOptions(command)).action(async (options: Options) => {
    finish(await initialize(terminal, options));
  });
}

async function initialize(terminal: Terminal, options: Options): Promise<number> {
  const file = resolve(terminal.cwd, '.env');
  const before = await readIfThere(file);
  if (/^\s*(export\s+)?ACUMATICA_/m.test(before) && options.force !== true) {
    const agreed = await askYesNo(terminal, `${file} has Acumatica settings already. Replace them?`);
    if (!agreed) throw new UsageError(`${file} has Acumatica settings already: --force replaces them.`);
  }
  const answers = await answersFor(terminal, options);
  if (options.offline !== true && !(await connects(terminal, options, answers)) && options.force !== true) {
    say(terminal, 'Nothing was written. Try again, or write the settings as they are with --force.');
    return EXIT.signIn;
  }
  const written = await writeProject(terminal, options, answers, before);
  if (options.json === true) await put(terminal, `${JSON.stringify({ written }, null, 2)}\n`);
  else say(terminal, `Written: ${written.join(', ')}.\nNext: acurecord generate --entities Customer,SalesOrder`);
  return EXIT.ok;
}

async function answersFor(terminal: Terminal, options: Options): Promise<Answers> {
  const given = await clientOptions(terminal, options);
  const { env } = terminal;
  const known = {
    url: given.baseUrl ?? env.ACUMATICA_URL,
    username: given.username ?? env.ACUMATICA_USERNAME,
    tenant: given.tenant ?? env.ACUMATICA_TENANT,
    password: given.password ?? env.ACUMATICA_PASSWORD,
  };
  if (!isInteractive(terminal)) return withoutQuestions(known, options);
  const needed = (answer: string): string | undefined => (answer.trim() === '' ? 'This is needed.' : undefined);
  const url = known.url ?? (await askText(terminal, { message: 'URL of the site', complaint: complaintAboutUrl }));
  const tenant = known.tenant ?? (await askText(terminal, { message: 'Tenant', complaint: needed }));
  const username = known.username ?? (await askText(terminal, { message: 'User name', complaint: needed }));
  const password = known.password ?? (await askSecret(terminal, 'Password'));
  const endpoint =
    options.endpoint ?? (await askText(terminal, { message: 'Endpoint', initial: 'Default', complaint: needed }));
  return { url: url.replace(/\/+$/, ''), username, password, tenant, endpoint };
}

function withoutQuestions(
  known: { readonly [Name in keyof Answers]?: string | undefined },
  { endpoint = 'Default' }: Options,
): Answers {
  const { url, username, tenant, password } = known;
  if (url !== undefined && username !== undefined && tenant !== undefined && password !== undefined) {
    return { url: url.replace(/\/+$/, ''), username, tenant, password, endpoint };
  }
  throw new UsageError(
    'Nobody is here to answer questions: give --url, --username, --tenant, and the password by ACUMATICA_PASSWORD or --password-stdin.',
  );
}

function complaintAboutUrl(answer: string): string | undefined {
  const isGood = URL.canParse(answer) && /^https?:/.test(answer);
  return isGood ? undefined : 'The address of the site, such as https://erp.example.com/AcumaticaERP.';
}

/** Signs in once; what fails is told. */
async function connects(terminal: Terminal, options: Options, answers: Answers): Promise<boolean> {
  const { url, endpoint, ...credentials } = answers;
  const { password: _asked, passwordStdin: _read, ...others } = options;
  const settings = await clientOptions(terminal, others);
  try {
    await using client = await AcumaticaClient.connect({
      ...settings,
      ...credentials,
      baseUrl: url,
      endpointName: endpoint,
      autoLoadEnv: false,
    });
    const { acumaticaBuildVersion } = (await client.getEndpointInfo()).version;
    const mark = paint(terminal, 'stderr', 'green', '✓');
    say(
      terminal,
      `${mark} Connected: Acumatica ${acumaticaBuildVersion}, ${endpoint}/${client.schema?.version ?? ''}.`,
    );
    return true;
  } catch (error) {
    reportError(terminal, error, options);
    return false;
  }
}

async function writeProject(terminal: Terminal, options: Options, answers: Answers, before: string): Promise<string[]> {
  const { url, username, password, tenant, endpoint } = answers;
  const variables = {
    ACUMATICA_URL: url,
    ACUMATICA_USERNAME: username,
    ACUMATICA_PASSWORD: password,
    ACUMATICA_TENANT: tenant,
    ACUMATICA_ENDPOINT_NAME: endpoint,
  };
  await ignoreEnvFile(resolve(terminal.cwd, '.gitignore'));
  await writePrivate(resolve(terminal.cwd, '.env'), withVariables(before, variables));
  const config = resolve(terminal.cwd, PROJECT_FILE);
  const old = await readIfThere(config);
  if (old === '') await writeFile(config, `${JSON.stringify({ endpoint, out: options.out }, null, 2)}\n`);
  return ['.env', '.gitignore', ...(old === '' ? [PROJECT_FILE] : [])];
}

/** First of all: a `.env` that git does not ignore must not exist for a moment. */
async function ignoreEnvFile(file: string): Promise<void> {
  const text = await readIfThere(file);
  if (text.split(/\r?\n/).some((line) => ['.env', '/.env', '.env*', '*.env'].includes(line.trim()))) return;
  await writeFile(file, `${text}${text === '' || text.endsWith('\n') ? '' : '\n'}.env\n`);
}
