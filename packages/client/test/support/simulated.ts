import { startSimulator } from '@acurecord/simulator';
import type { Simulator, SimulatorOptions } from '@acurecord/simulator';
import { AcumaticaClient } from 'acurecord';
import type { ClientOptions } from 'acurecord';

/** A simulator with a few records that tests know by name. */
export function simulated(options: SimulatorOptions = {}): Promise<Simulator> {
  return startSimulator({ ...options, data: { ...records, ...options.data } });
}

/** Options that sign in to a simulator. */
export function optionsFor({ url }: Simulator): ClientOptions & { baseUrl: string } {
  return {
    baseUrl: url,
    username: 'admin',
    password: 'admin-secret',
    tenant: 'Company',
    autoLoadEnv: false,
    rateLimit: { callsPerSecond: Infinity },
  };
}

/** A connected client of a simulator. */
export function connectTo(sim: Simulator, options: ClientOptions = {}): Promise<AcumaticaClient> {
  return AcumaticaClient.connect({ ...optionsFor(sim), ...options });
}

/** The requests so far as `GET /entity/…`, without those that connecting made when `from` is their number. */
export function requestsOf(sim: Simulator, from = 0): string[] {
  return sim
    .requests()
    .slice(from)
    .map(({ method, path }) => `${method} ${path}`);
}

const records = {
  Customer: [
    {
      CustomerID: 'ABARTENDE',
      CustomerName: 'USA Bartending School',
      CustomerClass: 'LOCAL',
      Status: 'Active',
      CreditLimit: 1000,
      Email: 'bar@example.com',
      MainContact: { Email: 'bar@example.com', Address: { City: 'New York', Country: 'US' } },
    },
    {
      CustomerID: 'TECHCO',
      CustomerName: 'Tech Co',
      CustomerClass: 'LOCAL',
      Status: 'Active',
      CreditLimit: 20000,
      Terms: '30D',
      MainContact: { Email: null, Address: { City: 'Boston', Country: 'US' } },
    },
    {
      CustomerID: 'OLDLLC',
      CustomerName: 'Old LLC',
      CustomerClass: 'LOCAL',
      Status: 'Inactive',
      CreditLimit: 0,
      Terms: '60D',
      MainContact: { Email: 'old@example.com', Address: { City: 'Paris', Country: 'FR' } },
    },
  ],
};
