import { AcumaticaQueryError } from '@acurecord/errors';
import { entityMetadata } from '../model/entity-metadata.js';
import { isServerName } from '../gateway/is-server-name.js';
import type { RecordAddress } from '../gateway/entity-gateway.js';
import type { WireRow } from '../wire/wire-row.js';
import { rawValue } from '../wire/wire-value.js';
import type { MemberName } from './entity-shape.js';
import type { EntityState } from './entity-state.js';
import { unknownMember } from '../model/unknown-member.js';

/** One key value. */
export type KeyValue = string | number;

/** Names of the keys that a class declares, in order; `readonly string[]` where it does not. */
type KeyNames<T> = T extends { readonly '~keys'?: infer K } ? Extract<K, readonly string[]> : readonly string[];

/** Whether a class declares its keys: `declare readonly '~keys'?: readonly [OrderType: 'OrderType', OrderNbr: 'OrderNbr']`. */
export type HasKeys<T> = number extends KeyNames<T>['length'] ? false : true;

/** Keys by name: `{ OrderType: 'SO', OrderNbr: '000123' }`. */
export type NamedKeys<T> =
  HasKeys<T> extends true
    ? { readonly [K in KeyNames<T>[number]]: KeyValue }
    : { readonly [K in MemberName<T>]?: KeyValue };

/** Keys in order: two values for `SalesOrder`; any number where the class does not declare them. */
export type OrderedKeys<T> = ValueOfEach<KeyNames<T>>;

type ValueOfEach<Names extends readonly string[]> = { readonly [I in keyof Names]: KeyValue };

/** What identifies a record: its only key or id, its keys in order, or its keys by name. */
export type EntityKeys<T> = KeyValue | OrderedKeys<T> | NamedKeys<T>;

const GUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Where a record is found: by address, or, for keys that no URL can carry, by a condition. */
export type RecordPlace = RecordAddress | { readonly named: ReadonlyMap<string, string> };

/** The place that keys lead to. @throws AcumaticaQueryError for keys that cannot be right */
export function recordPlace<T>(target: object, keys: EntityKeys<T>): RecordPlace {
  const { name: entity, keys: known } = entityMetadata(target);
  const values =
    typeof keys === 'object' && keys !== null && !Array.isArray(keys)
      ? orderedKeys(target, keys as NamedKeys<T>)
      : [keys].flat();
  const [first] = values;
  if (values.length === 1 && typeof first === 'string' && GUID.test(first)) return { id: first.toLowerCase() };
  const texts = (values as readonly KeyValue[]).map((value, index) => keyText(entity, value, known?.[index]));
  if (texts.length === 0) throw new AcumaticaQueryError(`${entity} cannot be found without a key.`);
  checkCount(entity, texts, known);
  if (texts.every(fitsIntoUrl)) return { keys: texts };
  if (known === undefined) throw unspeakableKey(entity, texts);
  return { named: new Map(known.map((name, index) => [name, texts[index] ?? ''])) };
}

/** Where a record that is loaded, or has its keys set, is found. @throws AcumaticaQueryError when it has neither */
export function addressOf({ row, target }: EntityState): RecordAddress {
  return rowAddress(target, row);
}

/** Where the record of a row is found. @throws AcumaticaQueryError when the row has neither id nor all keys */
export function rowAddress(target: object, row: WireRow): RecordAddress {
  if (typeof row.id === 'string') return { id: row.id };
  const { name, keys } = entityMetadata(target);
  const values = (keys ?? []).map((key) => rawValue(row[key]));
  const texts = values.filter((value) => value !== undefined && value !== null && value !== '').map(String);
  if (keys !== undefined && texts.length === keys.length && texts.every(fitsIntoUrl)) return { keys: texts };
  throw new AcumaticaQueryError(`This ${name} has no id yet: save it first, or find the one you mean.`);
}

/**
 * Whether a key can stand in an address: a slash or bar would separate keys, dots would be taken for folders, and some
 * names are addresses of the server.
 */
export function fitsIntoUrl(key: string): boolean {
  return !/[/|\\]/.test(key) && key !== '.' && key !== '..' && !isServerName(key);
}

function orderedKeys<T>(target: object, keys: NamedKeys<T>): readonly KeyValue[] {
  const { name: entity, members, keys: known } = entityMetadata(target);
  const names = Object.keys(keys);
  for (const name of names) {
    if (!Object.hasOwn(members, name)) throw unknownMember(entity, name, known ?? Object.keys(members));
  }
  const values = keys as Readonly<Record<string, KeyValue>>;
  const order = known ?? names;
  const missing = order.filter((name) => values[name] === undefined);
  const extra = names.filter((name) => !order.includes(name));
  if (missing.length + extra.length > 0) {
    throw new AcumaticaQueryError(
      `The keys of ${entity} are ${order.join(', ')}; given were ${names.filter((name) => values[name] !== undefined).join(', ') || 'none'}.`,
    );
  }
  return order.map((name) => values[name] as KeyValue);
}

function keyText(entity: string, value: unknown, name: string | undefined): string {
  const text = typeof value === 'number' && Number.isFinite(value) ? String(value) : value;
  if (typeof text === 'string' && text.trim() !== '') return text;
  const key = name === undefined ? 'A key' : `The key ${name}`;
  throw new AcumaticaQueryError(`${key} of ${entity} must be a text or a number that is not empty.`);
}

function checkCount(entity: string, texts: readonly string[], known: readonly string[] | undefined): void {
  if (known === undefined || known.length === texts.length) return;
  throw new AcumaticaQueryError(
    `${entity} is found by ${known.length} key${known.length === 1 ? '' : 's'} (${known.join(', ')}), ` +
      `but ${texts.length} ${texts.length === 1 ? 'was' : 'were'} given.`,
  );
}

function unspeakableKey(entity: string, texts: readonly string[]): AcumaticaQueryError {
  return new AcumaticaQueryError(
    `No URL can carry the key ${JSON.stringify(texts.join(', '))} of ${entity}, and its key fields are not known. ` +
      `Name them in @entity('${entity}', { keys: […] }), or find the record with where().`,
  );
}
