import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { AcumaticaSchemaError, applyAdHocSchema, readSchema } from 'acurecord';
import type { AcumaticaClient, EndpointSchema } from 'acurecord';

/** A model as `generate --save-model` writes it. */
export interface SavedModel extends EndpointSchema {
  /** Entities whose custom fields are in it. */
  readonly customFieldsOf?: readonly string[];
}

/**
 * The model in a file: an endpoint document (`swagger.json`) or a model that `generate --save-model` wrote.
 *
 * @throws AcumaticaSchemaError for anything else
 */
export async function schemaFromFile(cwd: string, file: string): Promise<SavedModel> {
  const document = await documentFromFile(cwd, file);
  return isModel(document) ? document : readSchema(document);
}

/** The JSON of a file. @throws AcumaticaSchemaError for any other text */
export async function documentFromFile(cwd: string, file: string): Promise<unknown> {
  const text = await readFile(resolve(cwd, file), 'utf8');
  try {
    return JSON.parse(text) as unknown;
  } catch (cause) {
    throw new AcumaticaSchemaError(`${file} is not JSON.`, { cause });
  }
}

/** The model of a connected client, with the custom fields of these entities; each asks the server once. */
export async function schemaWithCustomFields(
  client: AcumaticaClient,
  entities: readonly string[],
  onEntity: () => void,
): Promise<SavedModel> {
  let schema = plainModel(client);
  const customFieldsOf = entities.filter((name) => schema.entities[name]?.topLevel === true);
  for (const entity of customFieldsOf) {
    schema = applyAdHocSchema(schema, entity, await client.service(entity).getAdHocSchema());
    onEntity();
  }
  return { ...schema, customFieldsOf };
}

/** The model of a connected client, without what only the client itself needs. */
export function plainModel(client: AcumaticaClient): EndpointSchema {
  if (client.schema === undefined) throw new AcumaticaSchemaError('The endpoint was not described.');
  const { endpoint, version, contract, entities, warnings } = client.schema;
  return { endpoint, version, contract, entities, ...(warnings !== undefined && { warnings }) };
}

function isModel(document: unknown): document is SavedModel {
  const { endpoint, version, contract, entities } = (document ?? {}) as Partial<SavedModel>;
  const hasNames = typeof endpoint === 'string' && typeof version === 'string';
  return hasNames && typeof contract === 'number' && typeof entities === 'object';
}
