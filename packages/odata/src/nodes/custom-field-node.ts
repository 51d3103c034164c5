import type { KnownWireType } from '../values/known-wire-type.js';

/** A field that the endpoint does not map, addressed by the view and field of the form. */
export interface CustomFieldNode {
  readonly kind: 'customField';
  readonly type: KnownWireType;
  readonly view: string;
  readonly field: string;
}

/** `cf.String(f='Document.UsrX')` in the contract dialect. */
export function customFieldNode(type: KnownWireType, view: string, field: string): CustomFieldNode {
  return Object.freeze({ kind: 'customField', type, view, field });
}
