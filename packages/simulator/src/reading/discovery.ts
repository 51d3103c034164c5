import { isSince } from '../instance.js';
import type { Instance } from '../instance.js';
import { sessionOfCaller, tenantOf } from '../identity/authenticate.js';
import { findTenant } from '../identity/sign-in.js';
import { hasEndpoint } from '../identity/tenant.js';
import type { Answer } from '../server/answer.js';
import { jsonAnswer } from '../server/answer.js';
import type { Call } from '../server/call.js';
import { resourceNotFound } from '../server/error-answers.js';
import { featuresOn } from '../schema/features.js';
import type { Endpoint } from './endpoint.js';

const builds: Readonly<Record<Instance['release'], string>> = {
  '18R2': '18.210.0016',
  '19R1': '19.109.0012',
  '19R2': '19.208.0008',
  '20R1': '20.107.0020',
  '20R2': '20.211.0011',
  '21R1': '21.108.0023',
  '21R2': '21.208.0032',
  '22R1': '22.108.0012',
  '22R2': '22.206.0012',
  '23R1': '23.105.0016',
  '23R2': '23.211.0018',
  '24R1': '24.105.0011',
  '24R2': '24.200.0052',
  '25R1': '25.100.0170',
  '25R2': '25.200.0248',
  '26R1': '26.101.0225',
  '26R2': '26.200.0101',
};

/**
 * `GET /entity`: the build and the endpoints, since 26R2 also the features that are on; endpoints made by customers, and
 * features, only for callers who are signed in.
 */
export function listEndpoints(instance: Instance, call: Call): Answer {
  const build = builds[instance.release];
  const custom = instance.options.customEndpoints ?? [];
  const session = sessionOfCaller(instance, call);
  const tenant = session && tenantOf(instance, session);
  const known = [...instance.endpoints.values()].filter(({ schema, definition }) =>
    tenant === undefined ? definition === undefined && !custom.includes(schema.endpoint) : hasEndpoint(tenant, schema),
  );
  const endpoints = known.map(({ schema: { endpoint, version } }) => ({
    name: endpoint,
    version,
    href: `${instance.assume.endpointHref === 'absolute' ? instance.origin : ''}${instance.site}/entity/${endpoint}/${version}/`,
  }));
  if (instance.assume.endpointList === 'array') return jsonAnswer(200, JSON.stringify(endpoints));
  const version = { acumaticaBuildVersion: build, databaseVersion: build };
  const on = tenant === undefined ? [] : featuresOn(instance.options.features ?? {});
  const features = isSince(instance.release, '26R2') ? { features: on } : {};
  return jsonAnswer(200, JSON.stringify({ version, endpoints, ...features }));
}

/**
 * `GET …/swagger.json`: the endpoint's document, for the tenant of the caller; strangers name theirs by `company`.
 * @throws RequestFault 404 where the tenant does not have the endpoint, 500 where there is no such tenant
 */
export function showDocument(instance: Instance, call: Call, { schema, document }: Endpoint): Answer {
  const session = sessionOfCaller(instance, call);
  const tenant = session === undefined ? findTenant(instance, call.query.get('company')) : tenantOf(instance, session);
  if (!hasEndpoint(tenant, schema)) throw resourceNotFound(instance, call.path);
  return jsonAnswer(200, document);
}

/** `GET /entity/swagger.json`: what the instance can do outside of endpoints. */
export function showInstanceDocument({ origin, site, release }: Instance): Answer {
  const operation = (operationId: string, status: string): object => ({
    operationId,
    responses: { [status]: { description: '' } },
  });
  const document = {
    openapi: '3.0.1',
    info: { title: 'Acumatica', version: builds[release] },
    servers: [{ url: `${origin}${site}/entity` }],
    paths: {
      '/': { get: operation('GetVersion', '200') },
      '/auth/login': { post: operation('Login', '204') },
      '/auth/logout': { post: operation('Logout', '204') },
    },
  };
  return jsonAnswer(200, JSON.stringify(document));
}
