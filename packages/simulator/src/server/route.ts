import { downloadFile } from '../files/download-file.js';
import { uploadByLink } from '../files/upload-file.js';
import { routeCustomization } from '../customization/route-customization.js';
import { authenticate, tenantOf } from '../identity/authenticate.js';
import { requireRights } from '../identity/require-rights.js';
import { hasEndpoint } from '../identity/tenant.js';
import { routeIdentity } from '../identity/route-identity.js';
import { signIn, signOut } from '../identity/sign-in.js';
import type { Instance } from '../instance.js';
import { routeMaintenance } from '../maintenance/route-maintenance.js';
import { endpointKey, entityAtPath } from '../reading/endpoint.js';
import { odataRoot, routeOData } from '../odata/route-odata.js';
import { listEndpoints, showDocument, showInstanceDocument } from '../reading/discovery.js';
import { showDac } from '../odata/show-dac.js';
import type { Answer } from './answer.js';
import type { Call } from './call.js';
import type { EndpointCall, EntityCall } from './entity-call.js';
import { businessError, methodNotAllowed, pageNotFound, resourceNotFound } from './error-answers.js';
import { RequestFault } from './request-fault.js';
import { routeEntity } from './route-entity.js';
import { sitePage } from './site-page.js';

const lower = (segments: readonly string[]): string[] => segments.map((segment) => segment.toLowerCase());

/** Finds out what a request is about and lets that answer. @throws RequestFault for what goes wrong. */
export async function route(instance: Instance, call: Call): Promise<Answer> {
  const [root, second = '', third = ''] = lower(call.segments);
  if (root === 'identity') return routeIdentity(instance, call);
  const odata = odataRoot(instance, call);
  if (odata !== undefined) return routeOData(instance, call, odata);
  if (root === 'customizationapi') return routeCustomization(instance, call);
  if (root === 'dacbrowser') return only('GET', call, () => browseTables(instance, call));
  if (root !== 'entity') return sitePage(instance, call) ?? pageNotFound();
  if (second === 'auth') return routeAuth(instance, call, third);
  if (second === '') return only('GET', call, () => listEndpoints(instance, call));
  if (second === 'swagger.json') return only('GET', call, () => showInstanceDocument(instance));
  if (second === 'maintenance') return routeMaintenance(instance, call);
  return routeContract(instance, call);
}

/** `/dacBrowser/…` */
function browseTables(instance: Instance, call: Call): Answer {
  authenticate(instance, call);
  const shown = showDac(instance.tables, call.segments.slice(1));
  if (shown === undefined) throw resourceNotFound(instance, call.path);
  return shown;
}

function only(method: string, call: Call, answer: () => Answer): Answer {
  if (call.method !== method && !(method === 'GET' && call.method === 'HEAD')) throw methodNotAllowed(call.method);
  return answer();
}

function routeAuth(instance: Instance, call: Call, verb: string): Answer {
  if (verb === 'login') return only('POST', call, () => signIn(instance, call));
  if (verb === 'logout') return only('POST', call, () => signOut(instance, call));
  throw resourceNotFound(instance, call.path);
}

/** What all calls of a tenant meet once one of its endpoints is broken. */
function brokenEndpoint({ site, assume }: Instance): RequestFault {
  if (assume.brokenEndpoint === 'error') return businessError('The endpoint definition cannot be loaded.');
  const headers = { Location: `${site}/ui/error`, 'Content-Type': 'text/html; charset=utf-8' };
  return new RequestFault({ status: 302, headers, body: '' });
}

/** A form works only once its preferences are entered. @throws RequestFault 500 */
function requireSetup({ instance, entity }: EntityCall): void {
  if (instance.options.setupMissing?.includes(entity.name) !== true) return;
  const message = `The required configuration data is not entered on the ${entity.title ?? entity.name} form.`;
  throw businessError(message, 'PX.Data.PXSetupNotEnteredException');
}

/** `…/files/{id}` and `…/files/{Graph}/{View}/{id}/{filename}` */
function routeFiles(call: EndpointCall, rest: readonly string[]): Answer {
  const { method } = call.call;
  if (rest.length === 4 && method === 'PUT') return uploadByLink(call, rest);
  if (rest.length === 1 && method === 'GET') return downloadFile(call, rest[0] ?? '');
  throw rest.length === 4 || rest.length === 1
    ? methodNotAllowed(method)
    : resourceNotFound(call.instance, call.call.path);
}

/** `/entity/{Endpoint}/{Version}/…` */
async function routeContract(instance: Instance, call: Call): Promise<Answer> {
  const [, name = '', version = '', entityName = '', ...rest] = call.segments;
  const named = instance.endpoints.get(endpointKey(name, version));
  if (entityName.toLowerCase() === 'swagger.json' && named !== undefined)
    return only('GET', call, () => showDocument(instance, call, named));
  const session = authenticate(instance, call);
  instance.operations.settle();
  const tenant = tenantOf(instance, session);
  if (instance.options.brokenTenants?.includes(tenant.name) === true) throw brokenEndpoint(instance);
  const endpoint = named !== undefined && hasEndpoint(tenant, named.schema) ? named : undefined;
  if (endpoint !== undefined && entityName.toLowerCase() === 'files')
    return routeFiles({ instance, call, session, tenant, schema: endpoint.schema }, rest);
  const entity = endpoint === undefined ? undefined : entityAtPath(endpoint.schema, entityName);
  if (endpoint === undefined || entity === undefined) throw resourceNotFound(instance, call.path);
  const { schema } = endpoint;
  const entityCall: EntityCall = {
    instance,
    call,
    session,
    tenant,
    schema,
    entity,
    rest,
    get table() {
      return tenant.store.table(entity.name);
    },
  };
  requireRights(entityCall, 'read');
  requireSetup(entityCall);
  return routeEntity(entityCall);
}
