import { setImmediate } from 'node:timers/promises';
import { Command, CommanderError } from 'commander';
import { addCacheCommand } from './commands/cache-command.js';
import { addDiffCommand } from './commands/diff-command.js';
import { addDoctorCommand } from './commands/doctor-command.js';
import { addEndpointsCommand } from './commands/endpoints-command.js';
import { addFilesCommand } from './commands/files-command.js';
import { addGenerateCommand } from './commands/generate-command.js';
import { addGetCommand } from './commands/get-command.js';
import { addInitCommand } from './commands/init-command.js';
import { addInquiryCommand } from './commands/inquiry-command.js';
import { addPutCommand } from './commands/put-command.js';
import { addQueryCommand } from './commands/query-command.js';
import { addRecordCommand } from './commands/record-command.js';
import { addSimulateCommand } from './commands/simulate-command.js';
import { addVerifyRecordingCommand } from './commands/verify-recording-command.js';
import { EXIT, exitCodeHelp, exitCodeOf, UsageError } from './exit-code.js';
import { Interrupted } from './terminal/ask.js';
import { leftAtOnce } from './terminal/interruption.js';
import { OutputError } from './terminal/output-error.js';
import { reportError } from './terminal/report-error.js';
import type { Terminal } from './terminal/terminal.js';
import { version } from '../package.json';

/** Adds one command; its action resolves to an exit code. */
export type AddCommand = (program: Command, terminal: Terminal, finish: (code: number) => void) => void;

const commands: readonly AddCommand[] = [
  addInitCommand,
  addDoctorCommand,
  addGenerateCommand,
  addDiffCommand,
  addQueryCommand,
  addGetCommand,
  addPutCommand,
  addInquiryCommand,
  addFilesCommand,
  addEndpointsCommand,
  addCacheCommand,
  addSimulateCommand,
  addRecordCommand,
  addVerifyRecordingCommand,
];

/** Runs the command line and resolves to the exit code; nothing is thrown. After an interruption something may still run. */
export async function runCli(args: readonly string[], surroundings: Terminal): Promise<number> {
  const terminal = { ...surroundings, json: args.includes('--json') };
  let code: number = EXIT.ok;
  const program = createProgram(terminal, (result) => (code = result));
  const finished = program.parseAsync([...args], { from: 'user' }).then(
    () => undefined,
    (error: unknown) => ({ error }),
  );
  const failure = await Promise.race([finished, leftAtOnce(terminal).then(() => ({ error: new Interrupted() }))]);
  // what became of the last thing written is known a moment later
  await setImmediate();
  const lost: unknown = terminal.signal.reason;
  if (lost instanceof OutputError) return lost.code === 'EPIPE' ? EXIT.interrupted : ended(terminal, lost, args);
  if (failure === undefined) return code;
  if (failure.error instanceof CommanderError) return endedByParser(terminal, failure.error);
  if (failure.error instanceof Interrupted || terminal.signal.aborted) return EXIT.interrupted;
  return ended(terminal, failure.error, args);
}

function ended(terminal: Terminal, error: unknown, args: readonly string[]): number {
  reportError(terminal, error, { verbose: args.includes('--verbose') });
  return exitCodeOf(error);
}

/** Help and the version are no errors; others were told in words already. */
function endedByParser(terminal: Terminal, { exitCode, message }: CommanderError): number {
  if (exitCode === 0) return EXIT.ok;
  if (terminal.json === true) reportError(terminal, new UsageError(message.replace(/^error: /, '')));
  return EXIT.usage;
}

function createProgram(terminal: Terminal, finish: (code: number) => void): Command {
  const program = new Command('acurecord')
    .description('Typed classes for your Acumatica tenant, and the tools around them.')
    .version(version)
    .showHelpAfterError('(add --help for what there is)')
    .addHelpText('afterAll', exitCodeHelp)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => terminal.stdout.write(text),
      writeErr: (text) => terminal.json === true || terminal.stderr.write(text),
      getOutHasColors: () => false,
      getErrHasColors: () => false,
    });
  for (const add of commands) add(program, terminal, finish);
  return program;
}
