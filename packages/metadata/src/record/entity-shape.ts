import type { DetailCollection } from './detail-collection.js';
import type { EntityLike as Entity, ReservedName } from './entity-like.js';

type AnyFunction = (...parameters: never[]) => unknown;

type OwnKey<T> = Exclude<keyof T, ReservedName | symbol>;

/** Names of the members that a class adds to `Entity`; methods are no members. */
export type MemberName<T> = {
  [K in OwnKey<T>]: T[K] extends AnyFunction ? never : K;
}[OwnKey<T>] &
  string;

/** What every record can be given besides its own members. */
export interface RecordInit {
  readonly id?: string;
  readonly note?: string | null;
  /** Fields outside the contract: `{ Document: { UsrPriority: 'High' } }`. */
  readonly custom?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

/** Values for a new record, or for several fields at once; links and rows as plain objects or instances. */
export type EntityInit<T> = RecordInit & { readonly [K in MemberName<T>]?: InitOf<T[K]> };

/** What may be given for a member of type `V`. */
export type InitOf<V> =
  V extends DetailCollection<infer R>
    ? Iterable<R | EntityInit<R>>
    : V extends Entity
      ? V | EntityInit<V>
      : V extends Date
        ? Date | string
        : V;

/** What `save()` would send, unwrapped: new values by member, nested for links, a list for details. */
export type EntityChanges<T> = RecordInit & { readonly [K in MemberName<T>]?: ChangeOf<T[K]> };

/** What has changed in a member of type `V`. */
export type ChangeOf<V> =
  V extends DetailCollection<infer R> ? readonly DetailChange<R>[] : V extends Entity ? EntityChanges<V> : V;

/** A detail row that was added (no id), changed (id and what is new) or taken out (`delete`). */
export type DetailChange<R> = EntityChanges<R> & { readonly delete?: true };

/** A record as plain data: no class, no wrapping, dates as `Date`. */
export type PlainEntity<T> = PlainRecord & { [K in MemberName<T>]?: PlainOf<T[K]> };

/** A member of type `V` as plain data. */
export type PlainOf<V> = V extends DetailCollection<infer R> ? PlainEntity<R>[] : V extends Entity ? PlainEntity<V> : V;

/** What every plain record can have besides its own members. */
export interface PlainRecord {
  id?: string;
  rowNumber?: number;
  note?: string | null;
  custom?: Record<string, Record<string, unknown>>;
}
