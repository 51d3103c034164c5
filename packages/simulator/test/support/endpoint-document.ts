import { startSimulator } from '../../src/index.js';
import type { SimulatorOptions } from '../../src/index.js';
import { rawRequest } from './raw-request.js';
import { endpointPath } from './signed-in.js';

/** A schema of a document: that of an entity has its base and its own members. */
export interface Schema {
  readonly allOf?: readonly [{ readonly $ref: string }, Schema];
  readonly properties?: Record<string, object>;
  readonly required?: readonly string[];
}
/** An operation of a document. */
export interface Operation {
  readonly operationId: string;
  readonly parameters?: readonly { readonly $ref: string }[];
  readonly requestBody?: { readonly content: Record<string, { readonly schema: { readonly $ref: string } }> };
  readonly responses: Record<string, object>;
}
/** The document of an endpoint as OpenAPI 3.0.1. */
export interface Document {
  readonly info: { readonly title: string; readonly version: string };
  readonly paths: Record<string, Record<string, Operation>>;
  readonly components: {
    readonly schemas: Record<string, Schema>;
    readonly responses: Record<string, object>;
    readonly parameters: Record<string, object>;
  };
  readonly tags: readonly { readonly name: string; readonly description: string }[];
}

/** The document that a simulator with these options serves. */
export const documentOf = async (options: SimulatorOptions): Promise<Document> => {
  await using simulator = await startSimulator(options);
  return (await rawRequest(simulator.url, 'GET', `${endpointPath}/swagger.json`)).json as Document;
};
export const operationsOf = ({ paths }: Document): Operation[] =>
  Object.values(paths).flatMap((path) => Object.values(path));
/** The operations of an entity, one a line: path, verb, name, statuses. */
export const shown = ({ paths }: Document, entity: string): string[] =>
  Object.entries(paths)
    .filter(([path]) => path.split('/')[1] === entity)
    .flatMap(([path, verbs]) =>
      Object.entries(verbs).map(
        ([verb, { operationId, responses }]) =>
          `${path} ${verb} ${operationId} ${Object.keys(responses).sort().join(' ')}`,
      ),
    );
/** How documents name a schema. */
export const reference = (name: string): object => ({ $ref: `#/components/schemas/${name}` });
