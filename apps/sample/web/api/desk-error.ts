import type { Problem } from '../../contract/index.js';

/** An answer of the desk's server that is not 2xx, or none at all; `problem` is what to show. */
export class DeskError extends Error {
  override readonly name = 'DeskError';

  constructor(readonly problem: Problem) {
    super(problem.detail);
  }
}

/** What to show for anything thrown. */
export function problemFrom(error: unknown): Problem {
  if (error instanceof DeskError) return error.problem;
  return {
    type: 'about:blank',
    title: 'This page made a mistake',
    status: 0,
    detail: error instanceof Error ? error.message : String(error),
    hint: 'Load the page again.',
  };
}
