import { mkdir, readdir } from 'node:fs/promises';
import { resolve } from 'node:path';

/** What a folder may have in it that is to hold a new program. */
const HARMLESS = new Set(['.git', '.gitignore', '.gitattributes', '.DS_Store', 'LICENSE', 'README.md']);

/**
 * The folder for a new program, made where there is none, and what `acurecord init` is told: the first word is the folder,
 * the current one where there is no such word.
 *
 * @throws Error for a folder with something in it that a new program could lose
 */
export async function newFolder(
  words: readonly string[],
  cwd: string,
): Promise<{ readonly folder: string; readonly args: readonly string[] }> {
  const [first] = words;
  const isNamed = first !== undefined && !first.startsWith('-');
  const folder = resolve(cwd, isNamed ? first : '.');
  await mkdir(folder, { recursive: true });
  const others = (await readdir(folder)).filter((name) => !HARMLESS.has(name));
  if (others.length > 0) {
    throw new Error(
      `${folder} is not empty (${others.slice(0, 3).join(', ')}). Run "npx @acurecord/cli init" in it instead.`,
    );
  }
  return { folder, args: isNamed ? words.slice(1) : words };
}
