import { once } from 'node:events';
import { startSimulator } from '@acurecord/simulator';
import type { Simulator, SimulatorOptions } from '@acurecord/simulator';
import type { Command } from 'commander';
import { addCommonOptions } from '../connection/connection-options.js';
import { wholeNumber } from '../connection/open-client.js';
import { EXIT, UsageError } from '../exit-code.js';
import { documentFromFile } from '../generate/load-schema.js';
import { paint } from '../terminal/colors.js';
import { splitList } from '../terminal/split-list.js';
import { finishStep } from '../terminal/interruption.js';
import { put, say } from '../terminal/terminal.js';
import type { Terminal } from '../terminal/terminal.js';

const RELEASES = ['23R2', '24R2', '25R1', '25R2', '26R2'] as const;

interface Options {
  readonly port: string;
  readonly schema?: string;
  readonly release?: string;
  readonly site?: string;
  readonly seats?: string;
  readonly latency?: string;
  readonly seed?: string;
  readonly records?: string;
  readonly tenants?: string;
  readonly application?: string;
  readonly control?: boolean;
  readonly json?: boolean;
}

/** `acurecord simulate`: an Acumatica on this machine, until Ctrl-C. */
export function addSimulateCommand(program: Command, terminal: Terminal, finish: (code: number) => void): void {
  const command = program
    .command('simulate')
    .description('run a simulated Acumatica on this machine, until Ctrl-C')
    .option('--port <number>', 'where it listens, on loopback only; 0 is any free one', '8080')
    .option('--schema <file>', 'serve this endpoint document, filled with generated records')
    .option('--records <count>', 'generated records of each entity')
    .option('--release <name>', '23R2, 24R2, 25R1, 25R2 or 26R2')
    .option('--site <path>', 'folder of the site, such as /AcumaticaERP')
    .option('--seats <count>', 'API sessions at once')
    .option('--latency <ms>', 'what every request takes at least')
    .option('--seed <number>', 'same seed, same data')
    .option('--tenants <names>', 'several, between commas; Company unless told otherwise')
    .option('--application <id:secret>', 'a connected application that may ask for tokens, such as GUID@Company:secret')
    .option('--control', 'let programs steer it over HTTP: GET /_simulator lists how')
    .addHelpText(
      'after',
      '\nExamples:\n  acurecord simulate\n  acurecord simulate --port 9000 --schema swagger.json --seats 2 --latency 50\n' +
        '  acurecord simulate --control   # then POST /_simulator/fail-next {"status":503}, from any language',
    );
  addCommonOptions(command).action(async (options: Options) => {
    await using simulator = await start(await simulatorOptions(terminal, options));
    await announce(terminal, options, simulator.url);
    finishStep(terminal);
    if (!terminal.signal.aborted) await once(terminal.signal, 'abort');
    say(terminal, `${simulator.requests().length} requests, ${simulator.sessions().length} sessions were left open.`);
    finish(EXIT.ok);
  });
}

async function announce(terminal: Terminal, { json, tenants }: Options, url: string): Promise<void> {
  const [tenant = 'Company'] = splitList(tenants ?? '');
  const settings = { url, username: 'admin', password: 'admin-secret', tenant };
  if (json === true) {
    await put(terminal, `${JSON.stringify(settings)}\n`);
    return;
  }
  const lines = Object.entries(settings).map(([name, value]) => `ACUMATICA_${name.toUpperCase()}=${value}`);
  await put(terminal, `${lines.join('\n')}\n`);
  say(terminal, paint(terminal, 'stderr', 'dim', 'These are the lines of a .env file. Ctrl-C ends it.'));
}

async function simulatorOptions(terminal: Terminal, options: Options): Promise<SimulatorOptions> {
  const { schema, release, site, seats, latency, seed, records, tenants, application, control } = options;
  const document = schema === undefined ? undefined : await documentFromFile(terminal.cwd, schema);
  return {
    port: wholeNumber('--port', options.port),
    ...(document !== undefined && { schema: document }),
    ...(release !== undefined && { release: knownRelease(release) }),
    ...(site !== undefined && { site }),
    ...(seats !== undefined && { limits: { seats: wholeNumber('--seats', seats) } }),
    ...(latency !== undefined && { latencyMs: wholeNumber('--latency', latency) }),
    ...(seed !== undefined && { seed: wholeNumber('--seed', seed) }),
    ...(records !== undefined && { generated: wholeNumber('--records', records) }),
    ...(tenants !== undefined && { tenants: splitList(tenants) }),
    ...(application !== undefined && { applications: [applicationIn(application)] }),
    ...(control !== undefined && { control }),
  };
}

/** @throws UsageError for what is not an id with its tenant and a secret */
function applicationIn(text: string): { readonly clientId: string; readonly clientSecret: string } {
  const [, clientId, clientSecret] = /^([^:@]+@[^:]+):(.+)$/.exec(text) ?? [];
  if (clientId === undefined || clientSecret === undefined)
    throw new UsageError('--application is an id with its tenant and a secret, such as GUID@Company:secret.');
  return { clientId, clientSecret };
}

/** @throws UsageError when something else listens there already */
async function start(options: SimulatorOptions): Promise<Simulator> {
  try {
    return await startSimulator(options);
  } catch (error) {
    if ((error as { readonly code?: unknown }).code !== 'EADDRINUSE') throw error;
    throw new UsageError(`Port ${options.port} is taken: choose another one with --port, 0 for any free one.`);
  }
}

function knownRelease(text: string): (typeof RELEASES)[number] {
  const release = RELEASES.find((known) => known === text);
  if (release !== undefined) return release;
  throw new UsageError(`--release is one of ${RELEASES.join(', ')}, not "${text}".`);
}
