import type { FieldProblem } from '../contract/index.js';

/** What a problem carries besides its kind. */
export interface DeskProblemOptions {
  readonly title: string;
  /** What to do next. */
  readonly hint?: string;
  readonly errors?: readonly FieldProblem[];
  /** Further members of the answer. */
  readonly more?: Readonly<Record<string, unknown>>;
}

/** Something that the visitor has to know and can do something about; `detail` says what. */
export class DeskProblem extends Error {
  readonly status: number;
  /** The last part of the problem's type: `conflict`. */
  readonly kind: string;
  readonly title: string;
  readonly hint: string | undefined;
  readonly errors: readonly FieldProblem[] | undefined;
  readonly more: Readonly<Record<string, unknown>>;

  constructor(status: number, kind: string, detail: string, { title, hint, errors, more = {} }: DeskProblemOptions) {
    super(detail);
    this.name = 'DeskProblem';
    this.status = status;
    this.kind = kind;
    this.title = title;
    this.hint = hint;
    this.errors = errors;
    this.more = more;
  }

  /** A request that makes no sense, with the places that are wrong. */
  static malformed(detail: string, errors: readonly FieldProblem[] = []): DeskProblem {
    return new DeskProblem(400, 'malformed', detail, { title: 'The request makes no sense', errors });
  }

  static notFound(detail: string): DeskProblem {
    return new DeskProblem(404, 'not-found', detail, { title: 'Not found' });
  }
}
