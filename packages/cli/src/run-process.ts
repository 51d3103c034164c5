import { EXIT } from './exit-code.js';
import { runCli } from './run-cli.js';
import { OutputError } from './terminal/output-error.js';

/**
 * Runs the command line as the work of this process: in `cwd`, with its streams and signals. The process ends with the
 * exit code that every `--help` explains.
 */
export async function runProcess(args: readonly string[], cwd: string): Promise<void> {
  const interrupt = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (interrupt.signal.aborted) process.exit(EXIT.interrupted);
      interrupt.abort();
    });
  }
  process.stdout.on('error', (error: NodeJS.ErrnoException) => interrupt.abort(new OutputError(error)));
  // nobody reads what is said: then it is not said
  process.stderr.on('error', () => undefined);
  const { stdin, stdout, stderr, env } = process;
  process.exitCode = await runCli(args, { stdin, stdout, stderr, env, cwd, signal: interrupt.signal });
  // what a command was at when it was interrupted ends here; a seat is given back even now
  if (interrupt.signal.aborted) process.exit();
  // a socket that is kept alive, or a stdin that nobody closes, must not keep a finished command running
  stdin.unref?.();
}
