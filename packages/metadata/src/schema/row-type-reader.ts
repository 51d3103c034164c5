import { checkName, nameTable, schemaFault } from './schema-place.js';
import { childrenNamed, descendants } from './scan-xml.js';
import type { XmlElement } from './scan-xml.js';
import type { ColumnSchema, InquirySchema, NavigationSchema } from './odata-schema.js';
import type { WireType } from '../wire/wire-type.js';

/** Far more than the tables of an ERP have; types that inherit from each other could make any number out of a short text. */
const MAX_COLUMNS = 2_000_000;
const MAX_BASE_TYPES = 16;

/** What a row type says of its rows. */
export type RowType = Pick<InquirySchema, 'keys' | 'members' | 'navigation'>;

/** Reads keys, columns and ways to other rows of the row types of an OData document: each type once, with what it inherits. */
export class RowTypeReader {
  readonly #types: ReadonlyMap<string, XmlElement>;
  readonly #read = new Map<string, RowType>();
  #columns = 0;

  constructor(types: ReadonlyMap<string, XmlElement>) {
    this.#types = types;
  }

  /** @throws AcumaticaSchemaError when base types run in a circle */
  read(typeName: string): RowType {
    const known = this.#read.get(typeName);
    if (known !== undefined) return known;
    const lineage = this.#lineage(typeName);
    const members = nameTable<ColumnSchema>();
    for (const type of lineage.toReversed()) this.#addColumns(members, type);
    const keys = lineage.map((type) => descendants(type, 'PropertyRef').map((ref) => requiredAttribute(ref, 'Name')));
    const navigation = nameTable<NavigationSchema>();
    for (const type of lineage.toReversed()) addNavigation(navigation, type);
    const leads = Object.keys(navigation).length > 0;
    const row = { keys: keys.find((own) => own.length > 0) ?? [], members, ...(leads && { navigation }) };
    this.#read.set(typeName, row);
    return row;
  }

  /** A type and those it is based on. @throws AcumaticaSchemaError when they run in a circle */
  #lineage(typeName: string): XmlElement[] {
    const lineage: XmlElement[] = [];
    let type = this.#types.get(typeName);
    while (type !== undefined) {
      lineage.push(type);
      if (lineage.length > MAX_BASE_TYPES)
        throw schemaFault(`EntityType ${typeName}`, 'its base types run in a circle, or are too many');
      type = this.#types.get(type.attributes.get('BaseType') ?? '');
    }
    return lineage;
  }

  #addColumns(columns: Record<string, ColumnSchema>, type: XmlElement): void {
    const name = requiredAttribute(type, 'Name');
    const properties = childrenNamed(type, 'Property');
    this.#columns += properties.length;
    if (this.#columns > MAX_COLUMNS)
      throw schemaFault(`EntityType ${name}`, `there are more than ${MAX_COLUMNS} columns`);
    for (const property of properties) {
      const column = requiredAttribute(property, 'Name');
      checkName(column, `EntityType ${name}`);
      columns[column] = {
        type: wireTypeOfEdm(requiredAttribute(property, 'Type')),
        nullable: property.attributes.get('Nullable') !== 'false',
        ...(isZoneless(property) && { zoneless: true }),
      };
    }
  }
}

function addNavigation(navigation: Record<string, NavigationSchema>, type: XmlElement): void {
  for (const property of childrenNamed(type, 'NavigationProperty')) {
    const name = requiredAttribute(property, 'Name');
    checkName(name, `EntityType ${requiredAttribute(type, 'Name')}`);
    const target = property.attributes.get('Type') ?? '';
    const [, row] = /^Collection\((.+)\)$/.exec(target) ?? [];
    navigation[name] = { type: row ?? target, collection: row !== undefined };
  }
}

/** Whether an element stands for a point in time without a zone; only OData before version 4 has `Edm.DateTime`. */
export function isZoneless(element: XmlElement): boolean {
  return element.attributes.get('Type') === 'Edm.DateTime';
}

const EDM_TYPES: ReadonlyMap<string, WireType> = new Map([
  ['Int16', 'Short'],
  ['Int32', 'Int'],
  ['Int64', 'Long'],
  ['SByte', 'Short'],
  ['Single', 'Double'],
  ['DateTimeOffset', 'DateTime'],
]);

/** The wire type of `Edm.Int32` and the like; a type that is not known keeps its name. */
export function wireTypeOfEdm(edm: string): WireType {
  const name = edm.replace(/^Edm\./, '');
  return EDM_TYPES.get(name) ?? name;
}

/** An attribute that must be there. @throws AcumaticaSchemaError when it is not */
export function requiredAttribute(element: XmlElement, name: string): string {
  const value = element.attributes.get(name);
  if (value === undefined) throw schemaFault(`<${element.name}>`, `it has no ${name}`);
  return value;
}
