import type { FieldType } from '../schema/schema-model.js';
import type { ODataSet } from './odata-set.js';

/** The types of columns as OData version 4 calls them. */
export const edmTypes: Readonly<Record<FieldType, string>> = {
  String: 'Edm.String',
  Boolean: 'Edm.Boolean',
  Int: 'Edm.Int32',
  Short: 'Edm.Int16',
  Byte: 'Edm.Byte',
  Long: 'Edm.Int64',
  Decimal: 'Edm.Decimal',
  Double: 'Edm.Double',
  DateTime: 'Edm.DateTimeOffset',
  Guid: 'Edm.Guid',
};

/** Text inside an attribute. */
export const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** The type names of sets: their own without blanks and punctuation; of those that clash, the later get `_2`, `_3`. */
export function typeNames(sets: readonly ODataSet[]): ReadonlyMap<ODataSet, string> {
  const names = new Map<ODataSet, string>();
  const taken = new Set<string>();
  for (const set of sets) {
    const plain = set.name.replace(/[^\p{L}\p{N}_]/gu, '');
    let name = plain;
    for (let copy = 2; taken.has(name.toLowerCase()); copy += 1) name = `${plain}_${String(copy)}`;
    taken.add(name.toLowerCase());
    names.set(set, name);
  }
  return names;
}

/**
 * The keys and columns of a set's type: keys first, in their order, then the other columns, then keys that are no columns.
 * @param keysAre Whether keys say that they are never empty; those of version 3 do not.
 */
export function describeColumns(
  { keys, columns }: ODataSet,
  types: Readonly<Record<FieldType, string>>,
  keysAre: 'required' | 'nullable',
): string {
  const refs = keys.map((key) => `<PropertyRef Name="${escaped(key)}"/>`).join('');
  const isColumn = (name: string): boolean => Object.hasOwn(columns, name);
  const names = [...keys.filter(isColumn), ...Object.keys(columns).filter((name) => !keys.includes(name))];
  const properties = [...names, ...keys.filter((key) => !isColumn(key))].map((name) => {
    const nullable = keysAre === 'required' && keys.includes(name) ? ' Nullable="false"' : '';
    return `<Property Name="${escaped(name)}" Type="${types[columns[name]?.type ?? 'String']}"${nullable}/>`;
  });
  return `<Key>${refs}</Key>${properties.join('')}`;
}
