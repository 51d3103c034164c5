import { deletedRecordType } from './deleted-records.js';
import { edmTypes, escaped } from './edm-names.js';
import type { ODataSet } from './odata-set.js';
import { setNames } from './set-names.js';

const edm = 'http://docs.oasis-open.org/odata/ns/edm';
const vocabularies = 'https://oasis-tcs.github.io/odata-vocabularies/vocabularies';

/** The namespace that every site has, whatever its tables. */
const commonNamespace = 'PX.Api';

const fullName = ({ name, dataClass }: ODataSet): string =>
  dataClass === undefined ? name : `${dataClass.namespace}.${dataClass.name}`;

/**
 * The EDMX 4.0 document of the root of tables: a schema for each namespace of the ERP's classes, and a container with
 * up to three sets for each table.
 */
export function writeTableMetadata(sets: readonly ODataSet[]): string {
  const namespaces = new Map<string, string[]>([[commonNamespace, []]]);
  const add = (namespace: string, text: string): void => {
    namespaces.set(namespace, [...(namespaces.get(namespace) ?? []), text]);
  };
  for (const set of sets) add(set.dataClass?.namespace ?? commonNamespace, describeType(set, sets));
  add(deletedRecordType.namespace, describeDeleted());
  const schemas = [...namespaces]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([namespace, types]) => `<Schema Namespace="${namespace}" xmlns="${edm}">${types.join('')}</Schema>`);
  const container = sets.flatMap((set) => setNames(set).map((name) => describeSet(set, name)));
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<edmx:Edmx Version="4.0" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx">',
    `<edmx:Reference Uri="${vocabularies}/Org.OData.Capabilities.V1.xml">`,
    '<edmx:Include Namespace="Org.OData.Capabilities.V1" Alias="Cap"/></edmx:Reference><edmx:DataServices>',
    ...schemas,
    `<Schema Namespace="Default" xmlns="${edm}"><EntityContainer Name="Container">`,
    ...container,
    '</EntityContainer></Schema></edmx:DataServices></edmx:Edmx>',
  ].join('');
}

const titled = (title: string | undefined): string =>
  title === undefined ? '' : `<Annotation Term="Org.OData.Core.V1.Description" String="${escaped(title)}"/>`;

function describeType(set: ODataSet, sets: readonly ODataSet[]): string {
  const refs = set.keys.map((key) => `<PropertyRef Name="${escaped(key)}"/>`).join('');
  const properties = Object.entries(set.columns).map(([name, { type, title }]) => {
    const more = `${type === 'Decimal' ? ' Scale="Variable"' : ''}${set.keys.includes(name) ? ' Nullable="false"' : ''}`;
    const start = `<Property Name="${escaped(name)}" Type="${edmTypes[type]}"${more}`;
    return title === undefined ? `${start}/>` : `${start}>${titled(title)}</Property>`;
  });
  const ways = Object.entries(set.navigation ?? {}).map(([name, { target, collection, on }]) => {
    const found = sets.find((other) => other.name === target);
    const type = found === undefined ? target : fullName(found);
    const start = `<NavigationProperty Name="${escaped(name)}" Type="${collection ? `Collection(${type})` : type}"`;
    if (collection) return `${start}/>`;
    const constraints = Object.entries(on).map(
      ([own, other]) => `<ReferentialConstraint Property="${escaped(own)}" ReferencedProperty="${escaped(other)}"/>`,
    );
    return `${start}>${constraints.join('')}</NavigationProperty>`;
  });
  const inner = [`<Key>${refs}</Key>`, ...properties, ...ways, titled(set.dataClass?.title)].join('');
  return `<EntityType Name="${escaped(set.dataClass?.name ?? set.name)}">${inner}</EntityType>`;
}

/** `px.GetDeletedRecords()` itself is not declared, only what it answers. */
function describeDeleted(): string {
  return [
    `<ComplexType Name="${deletedRecordType.name}">`,
    '<Property Name="RefNoteID" Type="Edm.Guid"/><Property Name="DeleteDate" Type="Edm.DateTimeOffset"/>',
    '</ComplexType>',
  ].join('');
}

function describeSet(set: ODataSet, name: string): string {
  const start = `<EntitySet Name="${escaped(name)}" EntityType="${escaped(fullName(set))}"`;
  const unbound = Object.entries(set.columns).filter(([, column]) => column.unbound === true);
  if (unbound.length === 0) return `${start}/>`;
  const paths = unbound.map(([column]) => `<PropertyPath>${escaped(column)}</PropertyPath>`).join('');
  const restrictions = `<PropertyValue Property="NonFilterableProperties"><Collection>${paths}</Collection></PropertyValue>`;
  return `${start}><Annotation Term="Cap.FilterRestrictions"><Record>${restrictions}</Record></Annotation></EntitySet>`;
}
