import type { KnownWireType } from '../values/known-wire-type.js';

/** A field of the record, or of a linked one: `MainContact/Address/City` is three names. */
export interface FieldNode {
  readonly kind: 'field';
  readonly path: readonly string[];
  /** Absent when nobody told. */
  readonly type?: KnownWireType;
  /** Set for a `DateTime` that the service keeps without a zone. */
  readonly zoneless?: true;
  /** Inside {@link SomeNode}: the variable of the detail row that the path starts from. */
  readonly row?: string;
}

/** @param row the variable of a detail row, inside `some` */
export function fieldNode(path: readonly string[], type?: KnownWireType, row?: string, zoneless?: true): FieldNode {
  return Object.freeze({
    kind: 'field',
    path: Object.freeze([...path]),
    ...(type && { type }),
    ...(zoneless && { zoneless }),
    ...(row !== undefined && { row }),
  });
}
