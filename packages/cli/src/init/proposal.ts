import { createTwoFilesPatch } from 'diff';

/** A file as it is, and as it would be. */
export interface Proposal {
  /** Relative to the project's folder. */
  readonly path: string;
  /** Empty where there is no such file. */
  readonly before: string;
  readonly after: string;
}

/** What would change, as people read it in version control. */
export function diffOf({ path, before, after }: Proposal): string {
  const from = before === '' ? '/dev/null' : path;
  const patch = createTwoFilesPatch(from, path, before, after, undefined, undefined, { context: 2 });
  return patch
    .split('\n')
    .filter((line) => !line.startsWith('====') && !line.startsWith('\\ No newline'))
    .join('\n')
    .trim();
}
