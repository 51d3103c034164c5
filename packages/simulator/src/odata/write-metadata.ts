import { describeColumns, edmTypes, escaped, typeNames } from './edm-names.js';
import type { ODataSet } from './odata-set.js';

const namespace = 'GenericInquiry';

/** The EDMX 4.0 document of the root of inquiries. */
export function writeMetadata(sets: readonly ODataSet[]): string {
  const names = typeNames(sets);
  const typeName = (set: ODataSet): string => names.get(set) ?? set.name;
  const types = sets.map(
    (set) => `<EntityType Name="${typeName(set)}">${describeColumns(set, edmTypes, 'required')}</EntityType>`,
  );
  const { declared, container } = describeContainer(sets, typeName);
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
