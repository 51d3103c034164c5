import type { Mark } from '../../support/contract-rows.js';

/** One row of the description of the wire, and the tests that show it. */
export interface Fact {
  /** As the row marks itself. */
  readonly mark: Mark;
  /** Words of the row by which it is known. */
  readonly anchor: string;
  /** What it says, in our words. */
  readonly label: string;
  /** Full names of the tests, one at least for each thing the row says. */
  readonly shownBy: readonly string[];
  /** Why no server can show it. */
  readonly unshowable?: string;
  /** Words of the row of the second page that says otherwise: the tests show what that row says. */
  readonly replacedBy?: string;
}

/** The rows of some sections, each section in the order of the description. */
export type Facts = Readonly<Record<string, readonly Fact[]>>;

/** A row that tests show. */
export const shown = (mark: Mark, anchor: string, label: string, ...shownBy: readonly string[]): Fact => ({
  mark,
  anchor,
  label,
  shownBy,
});

/** A row that no server can show. */
export const unshowable = (mark: Mark, anchor: string, label: string, reason: string): Fact => ({
  mark,
  anchor,
  label,
  shownBy: [],
  unshowable: reason,
});

/** A row that a later one contradicts: the tests show what the later one says. */
export const replaced = (
  mark: Mark,
  anchor: string,
  label: string,
  by: string,
  ...shownBy: readonly string[]
): Fact => ({ mark, anchor, label, shownBy, replacedBy: by });
