import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** A code example of a guide. */
export interface Fence {
  readonly language: string;
  /** What stands after the language, such as `file=server.ts`. */
  readonly info: string;
  readonly code: string;
  /** Line of the guide in which it begins, from 1. */
  readonly line: number;
}

/** A page of `docs/` with its examples. */
export interface Guide {
  readonly name: string;
  readonly fences: readonly Fence[];
}

/** The folder of the repository. */
export const root = join(__dirname, '../../..');

/** All guides, in the order of their file names. */
export function readGuides(): Guide[] {
  const folder = join(root, 'docs');
  const files = readdirSync(folder).filter((file) => file.endsWith('.md'));
  return files.sort().map((file) => ({
    name: file.slice(0, -'.md'.length),
    fences: fencesOf(readFileSync(join(folder, file), 'utf8')),
  }));
}

/** The code examples of a Markdown text. @throws Error for one without an end */
export function fencesOf(text: string): Fence[] {
  const lines = text.split('\n');
  const fences: Fence[] = [];
  for (let start = 0; start < lines.length; start += 1) {
    const [, language, info = ''] = /^```(\w+) ?(.*)$/.exec(lines[start] ?? '') ?? [];
    if (language === undefined) continue;
    const end = lines.indexOf('```', start);
    if (end < 0) throw new Error(`The example in line ${start + 1} has no end.`);
    fences.push({ language, info, code: lines.slice(start + 1, end).join('\n'), line: start + 1 });
    start = end;
  }
  return fences;
}
