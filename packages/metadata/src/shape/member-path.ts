import type { DetailCollection } from '../record/detail-collection.js';
import type { EntityLike as Entity } from '../record/entity-like.js';
import type { MemberName } from '../record/entity-shape.js';

type Separator = '/' | '.';

/** Classes made at run time do not tell their members: any path will do. */
type IsUntyped<T> = unknown extends T ? true : string extends keyof T ? true : false;

/** Names of the links and details of a class. */
type ReferenceName<T> = {
  [K in MemberName<T>]: NonNullable<T[K & keyof T]> extends Entity | DetailCollection ? K : never;
}[MemberName<T>];

/** The class behind a link or details. */
type Referenced<V> = V extends DetailCollection<infer R> ? R : V extends Entity ? V : never;

/** The class behind the member `K` of a class. */
type Behind<T, K extends string> = Referenced<NonNullable<T[K & keyof T]>>;

type Expand1<T> = ReferenceName<T> | 'files';
type Expand2<T> = { [K in ReferenceName<T>]: `${K}${Separator}${Expand1<Behind<T, K>>}` }[ReferenceName<T>];
type Expand3<T> = { [K in ReferenceName<T>]: `${K}${Separator}${Expand2<Behind<T, K>>}` }[ReferenceName<T>];

/** Paths that can be expanded, three members deep: `Details`, `Details/Allocations`, `MainContact.Address`, `files`. */
export type ExpandPath<T> = IsUntyped<T> extends true ? string : Expand1<T> | Expand2<T> | Expand3<T>;

type Select1<T> = MemberName<T> | 'files';
type Select2<T> = { [K in ReferenceName<T>]: `${K}${Separator}${Select1<Behind<T, K>>}` }[ReferenceName<T>];
type Select3<T> = { [K in ReferenceName<T>]: `${K}${Separator}${Select2<Behind<T, K>>}` }[ReferenceName<T>];

/** Paths that can be selected, three members deep: `OrderNbr`, `Details/InventoryID`, `MainContact.Address.City`. */
export type SelectPath<T> = IsUntyped<T> extends true ? string : Select1<T> | Select2<T> | Select3<T>;

/** The word that asks for texts in all languages of a record, or of its links and rows: `Details/Translations`. */
export type TranslationsPath = 'Translations' | `${string}/Translations`;
