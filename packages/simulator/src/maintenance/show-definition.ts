import type { Answer } from '../server/answer.js';
import { targetOf } from '../schema/schema-model.js';
import type { EntityModel, Member, SimulatorSchema } from '../schema/schema-model.js';
import { formGraph, rowView } from '../reading/form-graph.js';

const namespaces =
  'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:xsd="http://www.w3.org/2001/XMLSchema" ' +
  'xmlns="http://www.acumatica.com/entity/maintenance/5.31"';

/** The definition of an endpoint, from which its document is made, as the endpoint itself tells it. */
export function showDefinition(schema: SimulatorSchema): string {
  const { endpoint, version, contract, entities } = schema;
  const head = `<Endpoint name="${escaped(endpoint)}" version="${escaped(version)}" systemContractVersion="${String(contract)}" ${namespaces}>`;
  const body = [...entities.values()].map((entity) => describe(entity, schema));
  return ['<?xml version="1.0" encoding="utf-8"?>', head, ...body, '</Endpoint>'].join('\r\n');
}

/** A definition as it is sent. */
export function definitionAnswer(definition: string): Answer {
  return xmlAnswer(200, definition);
}

/** An HttpError in XML, as this part of the ERP answers. */
export function xmlError(type: string, message: string): Answer {
  const parts = `<Message>An error has occurred.</Message><ExceptionMessage>${escaped(message)}</ExceptionMessage>`;
  return xmlAnswer(500, `<Error>${parts}<ExceptionType>${escaped(type)}</ExceptionType></Error>`);
}

function xmlAnswer(status: number, body: string): Answer {
  const headers = { 'Cache-Control': 'private', 'Content-Type': 'application/xml; charset=utf-8' };
  return { status, headers, body };
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

function describe(entity: EntityModel, schema: SimulatorSchema): string {
  const fields = [...entity.members].map(
    ([name, member]) => `<Field name="${escaped(name)}" type="${typeOf(member)}" />`,
  );
  const own = `<Fields>${fields.join('')}</Fields>`;
  if (!entity.topLevel) {
    const element = isRow(entity, schema) ? 'Detail' : 'LinkedEntity';
    return `<${element} name="${escaped(entity.name)}">${own}</${element}>`;
  }
  const mappings = [...entity.members].map(([name, member]) => mapping(name, member, entity, schema));
  const actions = [...entity.actions].map(([name, { parameters }]) => {
    const declared = [...parameters].map(([field, type]) => `<Field name="${escaped(field)}" type="${type}Value" />`);
    const inner = declared.length === 0 ? '' : `<Fields>${declared.join('')}</Fields>`;
    return `<Action name="${escaped(name)}" mappedTo="${escaped(name)}">${inner}</Action>`;
  });
  const screen = entity.screenId === undefined ? '' : ` screen="${escaped(entity.screenId)}"`;
  const parts = [own, `<Mappings>${mappings.join('')}</Mappings>`, `<Actions>${actions.join('')}</Actions>`];
  return `<TopLevelEntity name="${escaped(entity.name)}"${screen}>${parts.join('')}</TopLevelEntity>`;
}

function typeOf(member: Member): string {
  if (member.kind === 'unknown') return 'StringValue';
  if (member.kind === 'field') return `${member.type}Value`;
  return escaped(member.kind === 'link' ? member.entity : `${member.entity}[]`);
}

function mapping(name: string, member: Member, document: EntityModel, schema: SimulatorSchema): string {
  const target = schema.entities.get(targetOf(member) ?? '');
  const view = target === undefined ? formGraph(document).view : rowView(document, target);
  const to = (field: string): string => `<To object="${escaped(view)}" field="${escaped(field)}" />`;
  const inner =
    target === undefined
      ? to(name)
      : [...target.members]
          .filter(([, { kind }]) => kind === 'field')
          .map(([field]) => `<Mapping field="${escaped(field)}">${to(field)}</Mapping>`)
          .join('');
  return `<Mapping field="${escaped(name)}">${inner}</Mapping>`;
}

const isRow = (entity: EntityModel, { entities }: SimulatorSchema): boolean =>
  [...entities.values()].some(({ members }) =>
    [...members.values()].some((member) => member.kind === 'details' && member.entity === entity.name),
  );
