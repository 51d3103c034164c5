import { resolveSettings } from 'acurecord';
import type { ClientOptions, ResolvedSettings } from 'acurecord';
import type { Command } from 'commander';
import { addCommonOptions, addConnectionOptions } from '../connection/connection-options.js';
import type { ConnectionOptions } from '../connection/connection-options.js';
import { clientOptions } from '../connection/open-client.js';
import { checkCache } from '../doctor/check-cache.js';
import { checkSession } from '../doctor/check-session.js';
import { checkSite } from '../doctor/check-site.js';
import { failed, ok } from '../doctor/finding.js';
import type { Finding } from '../doctor/finding.js';
import { EXIT } from '../exit-code.js';
import { cacheFolder } from '../project/cache-folder.js';
import { readProjectConfig } from '../project/project-config.js';
import { cleanText } from '../terminal/clean-text.js';
import { paint } from '../terminal/colors.js';
import { splitList } from '../terminal/split-list.js';
import { put } from '../terminal/terminal.js';
import type { Terminal } from '../terminal/terminal.js';

interface Options extends ConnectionOptions {
  readonly entities?: string;
}

/** `acurecord doctor`: checks everything between here and the ERP, and says what to do. */
export function addDoctorCommand(program: Command, terminal: Terminal, finish: (code: number) => void): void {
  const command = program
    .command('doctor')
    .description('check settings, site, encryption, clock, sign-in, tenant, endpoint, seats, rights and cache')
    .option('--entities <names>', 'entities that must be readable; those of acurecord.json unless told otherwise')
    .addHelpText('after', '\nExamples:\n  acurecord doctor\n  acurecord doctor --entities Customer,SalesOrder --json');
  addCommonOptions(addConnectionOptions(command)).action(async (options: Options) => {
    const findings: Finding[] = [];
    for await (const finding of examine(terminal, options)) {
      findings.push(finding);
      if (options.json !== true) await put(terminal, lineOf(terminal, finding));
    }
    if (options.json === true) await put(terminal, `${JSON.stringify(findings, null, 2)}\n`);
    finish(findings.some(({ status }) => status === 'failed') ? EXIT.failed : EXIT.ok);
  });
}

async function* examine(terminal: Terminal, options: Options): AsyncGenerator<Finding> {
  const project = await readProjectConfig(terminal.cwd);
  const given = await clientOptions(terminal, options);
  const settings = await settingsOf(terminal, given);
  if ('check' in settings) {
    yield settings;
    return;
  }
  const { baseUrl, username = '', tenant = '' } = settings;
  yield ok('settings', `${username} on ${tenant} at ${baseUrl}`);
  const site = await checkSite(baseUrl, { client: { ...settings, ...given }, now: Date.now });
  yield* site;
  if (!site.some(({ status }) => status === 'failed')) {
    const { endpoint, endpointVersion } = project;
    const named = { ...(endpoint && { endpointName: endpoint }), ...(endpointVersion && { endpointVersion }) };
    const entities = options.entities === undefined ? (project.entities ?? []) : splitList(options.entities);
    yield* await checkSession({ ...named, ...given }, { tenant, entities });
  }
  yield await checkCache(cacheFolder(terminal));
}

async function settingsOf(terminal: Terminal, given: ClientOptions): Promise<ResolvedSettings | Finding> {
  try {
    const surroundings = { environment: terminal.env, workingDirectory: terminal.cwd, byPassword: true };
    return await resolveSettings(given, surroundings);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return failed('settings', message, 'acurecord init asks for them and writes a .env file.');
  }
}

const MARKS = { ok: ['green', '✓'], warning: ['yellow', '!'], failed: ['red', '✗'] } as const;

function lineOf(terminal: Terminal, { check, status, detail, advice }: Finding): string {
  const [color, mark] = MARKS[status];
  const text = detail.split('\n').map(cleanText).join('\n    ');
  const what = advice === undefined ? '' : `    ${paint(terminal, 'stdout', 'cyan', '→')} ${cleanText(advice)}\n`;
  return `${paint(terminal, 'stdout', color, mark)} ${check.padEnd(10)} ${text}\n${what}`;
}
