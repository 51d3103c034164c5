import type { EndpointSchema, EntitySchema } from './endpoint-schema.js';
import { MemberReader } from './entity-members.js';
import { readOperations } from './entity-operations.js';
import type { EntityOperations } from './entity-operations.js';
import { checkName, nameTable } from './schema-place.js';
import { openSchemaDocument } from './schema-document.js';
import type { SchemaDocument } from './schema-document.js';

/**
 * Turns a parsed `swagger.json` (Swagger 2.0 or OpenAPI 3, contracts 3 to 5) into the compact model of its endpoint.
 * Nothing of the document is trusted or kept: the result is plain data of its own. A member of a form that is not known
 * is kept as `unknown` and told in `warnings`.
 *
 * @throws AcumaticaSchemaError with the place, for anything that is no endpoint document
 */
export function readSchema(openapiDocument: unknown): EndpointSchema {
  const document = openSchemaDocument(openapiDocument);
  const reader = new MemberReader(document);
  const operations = readOperations(document, reader);
  const forms = readForms(document);
  const entities = nameTable<EntitySchema>();
  for (const name of Object.keys(document.schemas)) {
    if (!reader.isEntity(name)) continue;
    checkName(name, 'schemas');
    const own = operations.get(name);
    entities[name] = {
      name,
      topLevel: own !== undefined || forms.has(name),
      ...useOf(name, forms.get(name), own),
      ...forms.get(name),
      members: reader.members(name),
      actions: own?.actions ?? nameTable(),
    };
  }
  const { endpoint, version, contract } = document;
  return { endpoint, version, contract, entities, warnings: reader.warnings };
}

/** Title and screen id of a form, from the tag `Sales Orders (SO301000)`; some instances lack the title. */
interface Form {
  readonly title?: string;
  readonly screenId?: string;
}

function readForms(document: SchemaDocument): Map<string, Form> {
  const forms = new Map<string, Form>();
  for (const tag of document.tags) {
    const { name, description } = (tag ?? {}) as { name?: unknown; description?: unknown };
    if (typeof name !== 'string') continue;
    const text = typeof description === 'string' ? description.trim() : '';
    const [, screenId] = /\(([A-Za-z0-9]{8})\)$/.exec(text) ?? [];
    const title = screenId === undefined ? text : text.slice(0, -(screenId.length + 2)).trimEnd();
    forms.set(name, { ...(title ? { title } : {}), ...(screenId === undefined ? {} : { screenId }) });
  }
  return forms;
}

/** Inquiries look like other entities; the contract names them so, and generic inquiries have screens `GI…`. */
function useOf(name: string, form?: Form, operations?: EntityOperations): Pick<EntitySchema, 'use'> {
  if (operations?.isReport) return { use: 'report' };
  const isInquiry = name.endsWith('Inquiry') || /^GI\d{6}$/.test(form?.screenId ?? '');
  return isInquiry && operations !== undefined ? { use: 'inquiry' } : {};
}
