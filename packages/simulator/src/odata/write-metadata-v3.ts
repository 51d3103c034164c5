import { describeColumns, edmTypes, escaped, typeNames } from './edm-names.js';
import type { ODataFormat } from './odata-format.js';
import type { ODataSet } from './odata-set.js';

const metadataNamespace = 'http://schemas.microsoft.com/ado/2007/08/dataservices/metadata';

const namespace = 'PX.Data';

/** The EDMX 1.0 document of a root that speaks OData version 3; its sets have no navigation. */
export function writeMetadataV3(sets: readonly ODataSet[], { dialect }: ODataFormat): string {
  const names = typeNames(sets);
  const columnTypes = { ...edmTypes, DateTime: dialect.dateType };
  const typeName = (set: ODataSet): string => names.get(set) ?? set.name;
  const types = sets.map(
    (set) => `<EntityType Name="${typeName(set)}">${describeColumns(set, columnTypes, 'nullable')}</EntityType>`,
  );
  const container = sets.map(
    (set) => `<EntitySet Name="${escaped(set.name)}" EntityType="${namespace}.${typeName(set)}"/>`,
  );
  const functions = sets.flatMap((set) => {
    if (set.parameters === undefined) return [];
    const parameters = Object.entries(set.parameters).map(
      ([name, type]) => `<Parameter Name="${escaped(name)}" Type="${columnTypes[type]}" Mode="In"/>`,
    );
    const name = `${typeName(set)}_WithParameters`;
    const result = `ReturnType="Collection(${namespace}.${typeName(set)})" EntitySet="${escaped(set.name)}"`;
    return `<FunctionImport Name="${name}" ${result} IsSideEffecting="false">${parameters.join('')}</FunctionImport>`;
  });
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<edmx:Edmx Version="1.0" xmlns:edmx="http://schemas.microsoft.com/ado/2007/06/edmx">',
    `<edmx:DataServices m:DataServiceVersion="3.0" m:MaxDataServiceVersion="3.0" xmlns:m="${metadataNamespace}">`,
    `<Schema Namespace="${namespace}" xmlns="http://schemas.microsoft.com/ado/2009/11/edm">`,
    ...types,
    '<EntityContainer Name="Default" m:IsDefaultEntityContainer="true">',
    ...container,
    ...functions,
    '</EntityContainer></Schema></edmx:DataServices></edmx:Edmx>',
  ].join('');
}
