import type { JsonNode } from './json-node.js';
import { readParameterType } from './read-member.js';
import type { ActionModel } from './schema-model.js';

/** What the paths of an endpoint document say about one top-level entity. */
export interface EntityPaths {
  readonly actions: Map<string, ActionModel>;
  isReport: boolean;
}

/** Reads all paths: which entities are top-level, which actions they have, which are reports. */
export function readPaths(paths: JsonNode, schemas: JsonNode): Map<string, EntityPaths> {
  const found = new Map<string, EntityPaths>();
  for (const [path, operations] of paths.entries()) {
    const [entity = '', action = '', ...rest] = path.split('/').filter((segment) => segment !== '');
    const at = found.get(entity) ?? { actions: new Map<string, ActionModel>(), isReport: false };
    found.set(entity, at);
    const post = operations.get('post');
    if (post?.get('operationId')?.text()?.endsWith('_StartReport') === true) at.isReport = true;
    else if (post !== undefined && rest.length === 0 && /^[^{$]+$/.test(action))
      at.actions.set(decodeURIComponentSafely(action), { parameters: readParameters(action, post, schemas) });
  }
  return found;
}

function readParameters(action: string, post: JsonNode, schemas: JsonNode): ActionModel['parameters'] {
  const invocation = bodySchema(post) ?? action;
  const declared = schemas.get(invocation)?.get('properties')?.get('parameters')?.get('properties');
  return new Map(declared?.entries().map(([name, type]) => [name, readParameterType(type)]));
}

/** Name of the schema of the request body: under `requestBody` in OpenAPI, a body parameter in Swagger 2.0. */
function bodySchema(post: JsonNode): string | undefined {
  const media = post.get('requestBody')?.get('content')?.get('application/json');
  if (media !== undefined) return media.get('schema')?.ref();
  const parameters = post.get('parameters')?.items() ?? [];
  return parameters
    .find((parameter) => parameter.get('in')?.text() === 'body')
    ?.get('schema')
    ?.ref();
}

function decodeURIComponentSafely(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
