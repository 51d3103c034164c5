import { readSchema, RestGateway } from '@acurecord/metadata';
import type { EndpointSchema, EntityClient, RestGatewayOptions } from '@acurecord/metadata';
import { startSimulator } from '@acurecord/simulator';
import type { Simulator, SimulatorOptions } from '@acurecord/simulator';
import { createTransport, passwordSignIn } from '@acurecord/transport';
import type { Transport } from '@acurecord/transport';

/** A simulated ERP with a client on it. */
export interface Simulated {
  readonly sim: Simulator;
  readonly transport: Transport;
  readonly client: EntityClient & { closed: boolean; schema: EndpointSchema };
  /** Requests to entities since the last look, as `GET Customer?$top=1`; those that met an ended session are left out. */
  readonly sent: () => string[];
  readonly close: () => Promise<void>;
}

/** Starts a simulator, signs in and reads the model of its first endpoint. */
export async function simulated(
  options: SimulatorOptions = {},
  { decimals, ...more }: Partial<RestGatewayOptions> & { validate?: boolean } = {},
): Promise<Simulated> {
  const sim = await startSimulator(options);
  const auth = passwordSignIn({ username: 'admin', password: 'admin-secret', tenant: 'Company' });
  const transport = createTransport({ baseUrl: sim.url, auth, rateLimit: { callsPerSecond: 10_000 } });
  const { endpoint, version } = await firstEndpoint(transport);
  const { body } = await transport.send({ method: 'GET', path: `/entity/${endpoint}/${version}/swagger.json` });
  const gateway = new RestGateway(transport, {
    endpoint,
    version,
    tenant: 'Company',
    ...(decimals && { decimals }),
    ...more,
  });
  const client = {
    gateway,
    schema: readSchema(body),
    closed: false,
    validate: more.validate ?? true,
    ...(decimals && { decimals }),
  };
  let seen = sim.requests().length;
  return {
    sim,
    transport,
    client,
    sent: () => {
      const fresh = sim.requests().slice(seen);
      seen = sim.requests().length;
      const prefix = `/entity/${endpoint}/${version}/`;
      return fresh
        .filter(({ path, status }) => path.startsWith(prefix) && status !== 401)
        .map(({ method, path, query }) => {
          const params = Object.entries(query).map(([name, value]) => `${name}=${String(value)}`);
          return `${method} ${path.slice(prefix.length)}${params.length > 0 ? `?${params.join('&')}` : ''}`;
        });
    },
    close: async () => {
      await transport.close();
      await sim.close();
    },
  };
}

async function firstEndpoint(transport: Transport): Promise<{ endpoint: string; version: string }> {
  const { body } = await transport.send({ method: 'GET', path: '/entity' });
  const [first] = (body as { endpoints: { name: string; version: string }[] }).endpoints;
  if (first === undefined) throw new Error('The simulator serves no endpoint.');
  return { endpoint: first.name, version: first.version };
}
