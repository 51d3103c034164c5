import type { KnownWireType } from '../values/known-wire-type.js';

/** What a schema knows of a member. */
export interface MemberDescription {
  /** The type of a value, or what kind of part it is. */
  readonly type: KnownWireType | 'Link' | 'Details';
  /** Set for a `DateTime` that the service keeps without a zone: `Edm.DateTime` of OData v3. */
  readonly zoneless?: true;
  /** Set when the endpoint does not map the field: a condition then names the view and field of the form. */
  readonly custom?: { readonly view: string; readonly field: string; readonly type: KnownWireType };
}

/**
 * Looks a member up by its path, such as `['MainContact', 'Address', 'City']`. Gives `undefined` when it does not know
 * (the member then offers everything).
 *
 * @throws {AcumaticaQueryError} when it knows that there is no such member; the message should name near ones.
 */
export type DescribeMember = (path: readonly string[]) => MemberDescription | undefined;
