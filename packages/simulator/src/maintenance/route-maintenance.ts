import { authenticate, tenantOf } from '../identity/authenticate.js';
import { hasEndpoint } from '../identity/tenant.js';
import type { Instance } from '../instance.js';
import { endpointKey } from '../reading/endpoint.js';
import { readDefinition } from '../schema/definition/read-definition.js';
import { SchemaDocumentError } from '../schema/schema-document-error.js';
import type { Answer } from '../server/answer.js';
import { noContent } from '../server/answer.js';
import type { Call } from '../server/call.js';
import { methodNotAllowed, resourceNotFound } from '../server/error-answers.js';
import { definitionAnswer, showDefinition, xmlError } from './show-definition.js';

/**
 * `/entity/maintenance/{version}/…`: `GET {Endpoint}/{Version}` shows the definition of an endpoint; `POST` installs the
 * one in its body, or replaces the endpoint that has its name and version.
 */
export function routeMaintenance(instance: Instance, call: Call): Answer {
  const tenant = tenantOf(instance, authenticate(instance, call));
  const [, , , name, version, ...more] = call.segments;
  if (name === undefined) {
    if (call.method === 'POST') return install(instance, call);
    throw methodNotAllowed(call.method);
  }
  if (call.method !== 'GET' && call.method !== 'HEAD') throw methodNotAllowed(call.method);
  const endpoint = more.length > 0 ? undefined : instance.endpoints.get(endpointKey(name, version ?? ''));
  if (endpoint === undefined || !hasEndpoint(tenant, endpoint.schema)) throw resourceNotFound(instance, call.path);
  return definitionAnswer(endpoint.definition ?? showDefinition(endpoint.schema));
}

function install(instance: Instance, call: Call): Answer {
  const definition = call.body.toString('utf8').replace(/^\uFEFF/, '');
  try {
    instance.install(readDefinition(definition), definition);
    return noContent();
  } catch (error) {
    if (error instanceof SchemaDocumentError) return xmlError('System.InvalidOperationException', error.message);
    throw error;
  }
}
