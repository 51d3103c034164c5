import { AcumaticaConfigError, resolveSettings } from 'acurecord';
import type { ClientOptions, ResolvedSettings } from 'acurecord';
import { startSimulator } from '@acurecord/simulator';
import type { Simulator, SimulatorOptions } from '@acurecord/simulator';

/** The licence of the simulated company: small enough to be met by a visitor who tries. */
const simulatedLicence = { seats: 3, requestsPerMinute: 1_200 };

/** The ERP that the desk works with. */
export interface Target {
  /** How to sign in there. */
  readonly connection: ClientOptions;
  /** Where, and as whom; nothing secret. */
  readonly place: { readonly host: string; readonly tenant: string; readonly user: string };
  /** What the licence allows, where that is known. */
  readonly licence: { readonly seats: number | null; readonly requestsPerMinute: number | null };
  /** The simulator behind it; absent on a tenant. */
  readonly simulator?: Simulator;
  [Symbol.asyncDispose](): Promise<void>;
}

/** What `findGround` looks at besides the options. */
export interface Surroundings {
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** A `.env` file is looked for here and in every folder above. */
  readonly folder: string;
}

/**
 * The tenant that `ACUMATICA_URL` names, in the environment or a `.env` file; without one, the demo company of a
 * simulator that is started here.
 *
 * @throws AcumaticaConfigError for settings that are wrong or stand alone
 */
export async function findGround({ environment, folder }: Surroundings): Promise<Target> {
  const settings = await tenantSettings({ environment, folder });
  return settings === undefined ? standOnSimulator() : standOnTenant(settings, environment);
}

/** A simulator of its own, signed in as its one user; `options` make it another company than the demo one. */
export async function standOnSimulator(options: SimulatorOptions = {}): Promise<Target> {
  const simulator = await startSimulator({ limits: simulatedLicence, ...options });
  const [username, tenant] = ['admin', 'Company'];
  const rateLimit = { callsPerSecond: 50, requestsPerMinute: simulatedLicence.requestsPerMinute };
  return {
    connection: { baseUrl: simulator.url, username, password: 'admin-secret', tenant, rateLimit, autoLoadEnv: false },
    place: { host: new URL(simulator.url).host, tenant, user: username },
    licence: simulatedLicence,
    simulator,
    [Symbol.asyncDispose]: () => simulator.close(),
  };
}

function standOnTenant(settings: ResolvedSettings, environment: Surroundings['environment']): Target {
  const { baseUrl, tenant = '', username = '', rateLimit } = settings;
  const budget = Number(environment['ORDER_DESK_REQUESTS_PER_MINUTE']);
  const requestsPerMinute = Number.isFinite(budget) && budget > 0 ? budget : null;
  return {
    connection: {
      ...settings,
      autoLoadEnv: false,
      ...(requestsPerMinute !== null && { rateLimit: { ...rateLimit, requestsPerMinute } }),
    },
    place: { host: new URL(baseUrl).host, tenant, user: username },
    licence: { seats: null, requestsPerMinute },
    [Symbol.asyncDispose]: async () => undefined,
  };
}

/** The settings of a tenant; undefined where nobody names one. */
async function tenantSettings({ environment, folder }: Surroundings): Promise<ResolvedSettings | undefined> {
  try {
    return await resolveSettings({}, { environment, workingDirectory: folder, byPassword: true });
  } catch (error) {
    if (AcumaticaConfigError.is(error) && error.missing.includes('baseUrl')) return undefined;
    throw error;
  }
}
