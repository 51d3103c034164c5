import type { ReadOptions } from '@acurecord/metadata';
import type { ConditionInput } from '@acurecord/odata';

/** Which records a list has, and what of them. */
export interface ListOptions<T> extends ReadOptions<T> {
  /** A condition, values to be equal to, a function of the fields, or filter text. */
  readonly filter?: ConditionInput<T> | string;
  /** At most so many records. @default all */
  readonly top?: number;
  /** Leaves out so many records first. */
  readonly skip?: number;
}
