import type { Scalar, ValueKind } from './filter-node.js';

/** An expression ready to be evaluated for record after record. */
export interface CompiledValue<R> {
  readonly type: ValueKind;
  readonly edm: string;
  readonly read: (record: R) => Scalar;
  /** Set when it is the same for every record. */
  readonly constant?: Scalar;
}
