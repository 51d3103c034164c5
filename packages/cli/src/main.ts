#!/usr/bin/env node
import { EXIT } from './exit-code.js';
import { runCli } from './run-cli.js';

const interrupt = new AbortController();

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    if (interrupt.signal.aborted) process.exit(EXIT.interrupted);
    interrupt.abort();
  });
}

// `acurecord query … | head`: the reader has seen enough
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  interrupt.abort();
});

const { stdin, stdout, stderr, env } = process;
const terminal = { stdin, stdout, stderr, env, cwd: process.cwd(), signal: interrupt.signal };
process.exitCode = await runCli(process.argv.slice(2), terminal);
// a socket that is kept alive, or a stdin that nobody closes, must not keep a finished command running
stdin.unref?.();
