/** Where a fact about keys comes from. */
export type KeyOrigin =
  /** Addresses or keyed writes of real servers. */
  | 'seen'
  /** The vendor's models name the fields; their order is that of the form's own key. */
  | 'models';

/** What is known of the keys of an entity. */
export interface KeyFact {
  /** Key fields in the order of the form; more than one list where versions of an endpoint differ, the newest first. */
  readonly keys: readonly (readonly string[])[];
  readonly origin: KeyOrigin;
}
