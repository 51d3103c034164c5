import type { Condition } from '@acurecord/odata';

/** The exact message of the `AcumaticaQueryError` that is expected instead of a text. */
export interface Refused {
  readonly message: string;
}

/** A condition, its text in the contract dialect, and its text in OData v4 where that is another. */
export type FilterRow = readonly [say: () => unknown, contract: string | Refused, odataV4?: string | Refused];

/** Marks an expected message. */
export function refused(message: string): Refused {
  return { message };
}

/** The condition of a row that makes one. */
export function conditionOf([say]: FilterRow): Condition {
  return say() as Condition;
}
