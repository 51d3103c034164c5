import type { Readable, Writable } from 'node:stream';

/** Everything a command touches outside itself, so that a test can stand in for a person. */
export interface Terminal {
  readonly stdin: Readable & { readonly isTTY?: boolean };
  readonly stdout: Writable & { readonly isTTY?: boolean; readonly columns?: number };
  readonly stderr: Writable & { readonly isTTY?: boolean; readonly columns?: number };
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Folder that relative paths start from. */
  readonly cwd: string;
  /** Aborted by Ctrl-C. */
  readonly signal: AbortSignal;
}

/** Whether somebody is there to answer questions. */
export function isInteractive({ stdin, stderr }: Terminal): boolean {
  return stdin.isTTY === true && stderr.isTTY === true;
}

/** Writes a line for people: to stderr, so that stdout holds results only. */
export function say({ stderr }: Terminal, text: string): void {
  stderr.write(`${text}\n`);
}

/** Writes results; resolves when the reader has taken them. */
export async function put({ stdout }: Terminal, text: string): Promise<void> {
  if (text === '' || stdout.write(text)) return;
  await new Promise<void>((resolve, reject) => {
    const done = (error?: Error): void => {
      for (const event of ['drain', 'close', 'error']) stdout.off(event, done);
      if (error instanceof Error) reject(error);
      else resolve();
    };
    for (const event of ['drain', 'close', 'error']) stdout.on(event, done);
  });
}
