import type { FieldType } from '../schema/schema-model.js';
import type { ODataSet } from './odata-set.js';

const edmTypes: Readonly<Record<FieldType, string>> = {
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

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** The type names of sets: their own without blanks and punctuation; of those that clash, the later get `_2`, `_3`. */
function typeNames(sets: readonly ODataSet[]): ReadonlyMap<ODataSet, string> {
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

/** The EDMX 4.0 document of a root. */
export function writeMetadata(sets: readonly ODataSet[], namespace: string): string {
  const names = typeNames(sets);
  const typeName = (set: ODataSet): string => names.get(set) ?? set.name;
  const types = sets.map((set) => {
    const keys = set.keys.map((key) => `<PropertyRef Name="${escaped(key)}"/>`).join('');
    const properties = Object.entries(set.columns).map(([name, { type }]) => {
      const nullable = set.keys.includes(name) ? ' Nullable="false"' : '';
      return `<Property Name="${escaped(name)}" Type="${edmTypes[type]}"${nullable}/>`;
    });
    const navigations = Object.entries(set.navigation ?? {}).map(([name, { target, collection }]) => {
      const type = `${namespace}.${target}`;
      return `<NavigationProperty Name="${escaped(name)}" Type="${collection ? `Collection(${type})` : type}"/>`;
    });
    const members = [...properties, ...navigations].join('');
    return `<EntityType Name="${typeName(set)}"><Key>${keys}</Key>${members}</EntityType>`;
  });
  const { declared, container } = describeContainer(sets, namespace, typeName);
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<edmx:Edmx Version="4.0" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx"><edmx:DataServices>',
    `<Schema Namespace="${namespace}" xmlns="http://docs.oasis-open.org/odata/ns/edm">`,
    ...types,
    ...declared,
    `<EntityContainer Name="Default">${container.join('')}</EntityContainer>`,
    '</Schema></edmx:DataServices></edmx:Edmx>',
  ].join('');
}

/** The sets and the functions of inquiries with parameters. */
function describeContainer(
  sets: readonly ODataSet[],
  namespace: string,
  typeName: (set: ODataSet) => string,
): { readonly declared: readonly string[]; readonly container: readonly string[] } {
  const functions = sets.filter(({ parameters }) => parameters !== undefined);
  const declared = functions.map((set) => {
    const parameters = Object.entries(set.parameters ?? {}).map(
      ([name, type]) => `<Parameter Name="${escaped(name)}" Type="${edmTypes[type]}"/>`,
    );
    const result = `<ReturnType Type="Collection(${namespace}.${typeName(set)})"/>`;
    return `<Function Name="${typeName(set)}_WithParameters">${parameters.join('')}${result}</Function>`;
  });
  const container = [
    ...sets.map((set) => `<EntitySet Name="${escaped(set.name)}" EntityType="${namespace}.${typeName(set)}"/>`),
    ...functions.map((set) => {
      const name = `${typeName(set)}_WithParameters`;
      return `<FunctionImport Name="${name}" Function="${namespace}.${name}" EntitySet="${escaped(set.name)}"/>`;
    }),
  ];
  return { declared, container };
}
