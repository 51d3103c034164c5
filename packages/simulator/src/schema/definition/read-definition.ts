import { describeEntity } from '../describe-entity.js';
import { valueMember } from '../read-member.js';
import type { EntityModel, Member, SimulatorSchema } from '../schema-model.js';
import { SchemaDocumentError } from '../schema-document-error.js';
import { childrenOf, parseXml } from './xml-element.js';
import type { XmlElement } from './xml-element.js';

/** Elements that declare an entity. */
const entityElements = new Set(['TopLevelEntity', 'Detail', 'LinkedEntity']);

/**
 * Reads the definition of an endpoint (XML, as `/entity/maintenance` shows and takes it): its entities and fields, their
 * forms and actions. What fields and actions are mapped to has no meaning here.
 * @throws SchemaDocumentError for anything that is no definition
 */
export function readDefinition(xml: string): SimulatorSchema {
  const root = parseXml(xml);
  if (root.name !== 'Endpoint') throw new SchemaDocumentError(`the element ${root.name}`, 'is not an Endpoint');
  const contract = Number(attributeOf(root, 'systemContractVersion'));
  if (!Number.isInteger(contract) || contract < 3 || contract > 5)
    throw new SchemaDocumentError('systemContractVersion', 'is not 3, 4 or 5');
  const elements = root.children.filter(({ name }) => entityElements.has(name));
  const names = new Set(elements.map((element) => attributeOf(element, 'name')));
  const entities = new Map(
    elements.map((element): [string, EntityModel] => [attributeOf(element, 'name'), readEntity(element, names)]),
  );
  if (entities.size < elements.length) throw new SchemaDocumentError('the Endpoint', 'declares an entity twice');
  return { endpoint: segment(root, 'name'), version: segment(root, 'version'), contract, entities };
}

function readEntity(element: XmlElement, entities: ReadonlySet<string>): EntityModel {
  const name = segment(element, 'name');
  const members = new Map(
    childrenOf(element, 'Fields', 'Field').map((field): [string, Member] => [
      attributeOf(field, 'name'),
      readType(attributeOf(field, 'type'), entities, `${name}.${attributeOf(field, 'name')}`),
    ]),
  );
  if (element.name !== 'TopLevelEntity') return describeEntity({ name, members });
  const screenId = element.attributes.get('screen');
  const actions = new Map(
    childrenOf(element, 'Actions', 'Action').map((action) => [segment(action, 'name'), readAction(action)]),
  );
  return describeEntity({ name, members, paths: { actions, isReport: false }, form: screenId ? { screenId } : {} });
}

function readAction(action: XmlElement): { parameters: Map<string, ReturnType<typeof parameterType>> } {
  const fields = childrenOf(action, 'Fields', 'Field');
  return { parameters: new Map(fields.map((field) => [attributeOf(field, 'name'), parameterType(field)])) };
}

const parameterType = (field: XmlElement) => valueMember(attributeOf(field, 'type'))?.type ?? 'String';

/** `StringValue`, `Address`, `SalesOrderDetail[]` */
function readType(type: string, entities: ReadonlySet<string>, where: string): Member {
  const row = /^(.+)\[\]$/.exec(type)?.[1];
  if (row !== undefined && entities.has(row)) return { kind: 'details', entity: row };
  if (entities.has(type)) return { kind: 'link', entity: type };
  const member = valueMember(type);
  if (member === undefined) throw new SchemaDocumentError(where, `has the unknown type ${type}`);
  return member;
}

function attributeOf(element: XmlElement, name: string): string {
  const value = element.attributes.get(name);
  if (value === undefined || value === '')
    throw new SchemaDocumentError(`an element ${element.name}`, `has no ${name}`);
  return value;
}

/** An attribute that becomes part of an address. */
function segment(element: XmlElement, name: string): string {
  const value = attributeOf(element, name);
  if (/[/\\?#%\s]/.test(value)) throw new SchemaDocumentError(`the ${name} of ${element.name}`, 'cannot be an address');
  return value;
}
