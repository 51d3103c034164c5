/** A text in single quotes, its own quotes doubled: `o'x` is `'o''x'`. All dialects write texts so. */
export function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
