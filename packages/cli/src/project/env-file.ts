import { chmod, readFile, rename, writeFile } from 'node:fs/promises';
import { AcumaticaConfigError } from 'acurecord';

/** Sets variables in the text of a `.env` file; everything else in it stays. */
export function withVariables(text: string, variables: Readonly<Record<string, string>>): string {
  const left = new Map(Object.entries(variables));
  const lines = text.split('\n').flatMap((line) => {
    const name = /^\s*(?:export\s+)?([A-Za-z_]\w*)\s*=/.exec(line)?.[1];
    if (name === undefined || !Object.hasOwn(variables, name)) return [line];
    const value = left.get(name);
    left.delete(name);
    return value === undefined ? [] : [`${name}=${quoted(value)}`];
  });
  const start = lines.join('\n').trimEnd();
  const added = [...left].map(([name, value]) => `${name}=${quoted(value)}`);
  return `${[...(start === '' ? [] : [start]), ...added].join('\n')}\n`;
}

/** Writes a file that only its owner may read; an existing one is never readable by others, not even for a moment. */
export async function writePrivate(file: string, text: string): Promise<void> {
  const part = `${file}.${process.pid}.tmp`;
  await writeFile(part, text, { mode: 0o600, flag: 'wx' });
  await chmod(part, 0o600);
  await rename(part, file);
}

/** The text of a file, empty where there is none. */
export async function readIfThere(file: string): Promise<string> {
  return readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw error;
  });
}

/** A value as dotenv reads it back: quotes of a kind that does not stand in it. */
function quoted(value: string): string {
  if (/^[\w@%+=:,./-]*$/.test(value)) return value;
  const quote = ["'", '"', '`'].find((each) => !value.includes(each));
  if (quote === undefined || /[\r\n]/.test(value) || (quote === '"' && value.includes('\\'))) {
    throw new AcumaticaConfigError(
      'A value cannot be written to a .env file: it has all kinds of quotes or line breaks.',
    );
  }
  return `${quote}${value}${quote}`;
}
