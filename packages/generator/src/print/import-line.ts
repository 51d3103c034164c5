import { quote } from './quote.js';

/** `import { A, B } from './x.js';`, with one name a line where it would be too wide. */
export function importLine(
  word: 'import' | 'import type' | 'export' | 'export type',
  names: readonly string[],
  from: string,
): string {
  const line = `${word} { ${names.join(', ')} } from ${quote(from)};`;
  if (line.length <= 120) return `${line}\n`;
  return `${word} {\n${names.map((name) => `  ${name},\n`).join('')}} from ${quote(from)};\n`;
}
