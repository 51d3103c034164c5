/**
 * What is wrong, in one answer: `application/problem+json` (RFC 9457). Every answer that is not 2xx has this shape.
 * Never a secret in it, never a stack.
 */
export interface Problem {
  /** Names the kind of problem: `/problems/validation`. */
  readonly type: string;
  readonly title: string;
  readonly status: number;
  /** What failed, on what, in words for the person in front of the page. */
  readonly detail: string;
  /** What to do next. */
  readonly hint?: string;
  /** What is wrong with a single value, by its place in the body that was sent: `header.customerId`, `lines.<id>.quantity`, `conditions.0.value`. */
  readonly errors?: readonly FieldProblem[];
}

/** What is wrong with one value. */
export interface FieldProblem {
  /** Place in the body that was sent; empty for the whole of it. */
  readonly path: string;
  readonly message: string;
}
