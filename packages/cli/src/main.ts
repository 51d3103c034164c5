#!/usr/bin/env node
import { EXIT } from './exit-code.js';
import { runCli } from './run-cli.js';
import { OutputError } from './terminal/output-error.js';

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
const terminal = { stdin, stdout, stderr, env, cwd: process.cwd(), signal: interrupt.signal };
process.exitCode = await runCli(process.argv.slice(2), terminal);
// what a command was at when it was interrupted ends here; a seat is given back even now
if (interrupt.signal.aborted) process.exit();
// a socket that is kept alive, or a stdin that nobody closes, must not keep a finished command running
stdin.unref?.();
