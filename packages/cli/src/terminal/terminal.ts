import type { Readable, Writable } from 'node:stream';

/** Everything a command touches outside itself, so that a test can stand in for a person. */
export interface Terminal {
  readonly stdin: Readable & { readonly isTTY?: boolean };
  readonly stdout: Writable & { readonly isTTY?: boolean; readonly columns?: number };
  readonly stderr: Writable & { readonly isTTY?: boolean; readonly columns?: number };
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Folder that relative paths start from. */
  readonly cwd: string;
  /** Aborted by Ctrl-C, and when nobody takes the output any more; the reason tells which. */
  readonly signal: AbortSignal;
  /** Whether what is said on stderr is JSON too, one object a line. @default false */
  readonly json?: boolean;
}

/** Whether somebody is there to answer questions. */
export function isInteractive({ stdin, stderr }: Terminal): boolean {
  return stdin.isTTY === true && stderr.isTTY === true;
}

/** Writes a line for people: to stderr, so that stdout holds results only. */
export function say({ stderr, json }: Terminal, text: string): void {
  stderr.write(json === true ? `${JSON.stringify({ message: text.trim() })}\n` : `${text}\n`);
}

/** Writes results; resolves when the reader has taken them. */
export async function put({ stdout }: Terminal, text: string | Uint8Array): Promise<void> {
  if (text.length === 0 || stdout.write(text)) return;
  await new Promise<void>((resolve, reject) => {
    const done = (error?: Error): void => {
      for (const event of ['drain', 'close', 'error']) stdout.off(event, done);
      if (error instanceof Error) reject(error);
      else resolve();
    };
    for (const event of ['drain', 'close', 'error']) stdout.on(event, done);
  });
}
