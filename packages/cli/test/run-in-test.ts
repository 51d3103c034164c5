import { PassThrough, Readable } from 'node:stream';
import { runCli } from '../src/run-cli.js';

/** What a command printed, and how it ended. */
export interface Outcome {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Where and with what a command runs. */
export interface RunOptions {
  readonly cwd: string;
  readonly stdin?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
  /** Called with everything that was printed so far. */
  readonly onOutput?: (out: string) => void;
}

/** Runs a command in this process, in a pipe. */
export async function runInTest(args: readonly string[], options: RunOptions): Promise<Outcome> {
  const texts = { out: '', err: '' };
  const collect = (name: 'out' | 'err'): PassThrough =>
    new PassThrough().on('data', (chunk: Buffer) => {
      texts[name] += chunk.toString();
      if (name === 'out') options.onOutput?.(texts.out);
    });
  const terminal = {
    stdin: Readable.from([options.stdin ?? '']),
    stdout: collect('out'),
    stderr: collect('err'),
    env: options.env ?? {},
    cwd: options.cwd,
    signal: options.signal ?? new AbortController().signal,
  };
  const code = await runCli(args, terminal);
  await new Promise((resolve) => setImmediate(resolve));
  return { code, ...texts };
}
