import type { Instance } from '../instance.js';
import type { Answer } from '../server/answer.js';
import { jsonAnswer } from '../server/answer.js';
import type { Call } from '../server/call.js';
import type { Endpoint } from './endpoint.js';

const builds: Readonly<Record<Instance['release'], string>> = {
  '23R2': '23.211.0018',
  '24R2': '24.200.0052',
  '25R1': '25.100.0170',
  '25R2': '25.200.0248',
  '26R2': '26.200.0101',
};

/** `GET /entity`: the build and every endpoint it serves. */
export function listEndpoints(instance: Instance, _call: Call): Answer {
  const build = builds[instance.release];
  const endpoints = [...instance.endpoints.values()].map(({ schema: { endpoint, version } }) => ({
    name: endpoint,
    version,
    href: `${instance.site}/entity/${endpoint}/${version}/`,
  }));
  const version = { acumaticaBuildVersion: build, databaseVersion: build };
  return jsonAnswer(200, JSON.stringify({ version, endpoints }));
}

/** `GET …/swagger.json`: the endpoint's document. */
export function showDocument(_instance: Instance, _call: Call, endpoint: Endpoint): Answer {
  return jsonAnswer(200, endpoint.document);
}
