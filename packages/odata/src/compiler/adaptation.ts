import type { AcumaticaQueryError } from '@acurecord/errors';
import type { Dialect, Refusal } from '../dialects/dialect.js';
import { odataV4Dialect } from '../dialects/odata-v4-dialect.js';
import type { ConditionNode } from '../nodes/condition-node.js';
import { maxNesting, nestingError } from '../nodes/nesting.js';
import type { Notes } from './notes.js';
import { printCondition } from './print-condition.js';
import { refusalError } from './refusal-error.js';

/** One pass over a condition for one dialect. */
export class Adaptation {
  readonly dialect: Dialect;
  readonly #notes: Notes | undefined;
  #depth = 0;
  /** The variables of the detail rows around the place that is being adapted. */
  readonly rows: string[] = [];

  constructor(dialect: Dialect, notes?: Notes) {
    this.dialect = dialect;
    this.#notes = notes;
  }

  /** Goes one level deeper. @throws {AcumaticaQueryError} when that is too deep */
  nested<R>(work: () => R): R {
    this.#depth += 1;
    if (this.#depth > maxNesting) throw nestingError();
    const result = work();
    this.#depth -= 1;
    return result;
  }

  /** Whether somebody reads the notes. */
  get takesNotes(): boolean {
    return this.#notes !== undefined;
  }

  unconfirmed(note: string | undefined): void {
    if (note !== undefined) this.#notes?.unconfirmed.add(note);
  }

  /** Notes that `to` is said instead of `from`, and gives `to`. */
  rewritten(from: ConditionNode, to: ConditionNode, why: string): ConditionNode {
    this.#notes?.rewrites.push({
      from: printCondition(from, odataV4Dialect),
      to: printCondition(to, this.dialect),
      why,
    });
    return to;
  }

  refusal(what: string, refusal: Refusal): AcumaticaQueryError {
    return refusalError(what, this.dialect, refusal);
  }
}
