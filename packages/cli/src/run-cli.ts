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
import { addSimulateCommand } from './commands/simulate-command.js';
import { EXIT, exitCodeHelp, exitCodeOf } from './exit-code.js';
import { Interrupted } from './terminal/ask.js';
import { reportError } from './terminal/report-error.js';
import type { ReportOptions } from './terminal/report-error.js';
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
];

/** Runs the command line and resolves to the exit code; nothing is thrown. */
export async function runCli(args: readonly string[], terminal: Terminal): Promise<number> {
  let code: number = EXIT.ok;
  const program = createProgram(terminal, (result) => (code = result));
  try {
    await program.parseAsync([...args], { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.ok : EXIT.usage;
    if (error instanceof Interrupted || terminal.signal.aborted) return EXIT.interrupted;
    reportError(terminal, error, reportOptions(args));
    return exitCodeOf(error);
  }
}

function createProgram(terminal: Terminal, finish: (code: number) => void): Command {
  const program = new Command('acurecord')
    .description('Typed classes for your Acumatica tenant, and the tools around them.')
    .version(version)
    .showHelpAfterError('(add --help for what there is)')
    .addHelpText('after', exitCodeHelp)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => terminal.stdout.write(text),
      writeErr: (text) => terminal.stderr.write(text),
      getOutHasColors: () => false,
      getErrHasColors: () => false,
    });
  for (const add of commands) add(program, terminal, finish);
  return program;
}

/** Also a command line that could not be parsed tells how its error should look. */
function reportOptions(args: readonly string[]): ReportOptions {
  return { json: args.includes('--json'), verbose: args.includes('--verbose') };
}
