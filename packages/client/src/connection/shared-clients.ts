import { AcumaticaConfigError } from '@acurecord/errors';
import { fromOptions } from '../configuration/resolve-settings.js';
import type { SettingsOptions } from '../configuration/resolve-settings.js';
import type { Settings } from '../configuration/settings.js';

interface Shared {
  readonly client: { readonly closed: boolean };
  readonly settings: Settings;
}

const KEY = Symbol.for('acurecord shared clients');
const registry = globalThis as Record<symbol, Map<string, Shared> | undefined>;

/** All shared clients of the process, in whichever copy of this package they were made. */
const clients: Map<string, Shared> = (registry[KEY] ??= new Map<string, Shared>());

/**
 * The client of that name, made where there is none or it was closed.
 *
 * @throws AcumaticaConfigError for other settings than it has
 */
export function sharedClient<C extends { readonly closed: boolean }>(
  name: string,
  options: SettingsOptions,
  make: () => C,
): C {
  if (typeof name !== 'string' || name === '')
    throw new AcumaticaConfigError(
      'AcumaticaClient.shared(name, options) needs a name, such as the name of the application.',
    );
  // A password may have been changed meanwhile, and is not kept twice.
  const { password: _password, ...settings } = { ...options.config?.with({}), ...fromOptions(options) };
  const known = clients.get(name);
  if (known === undefined || known.client.closed) {
    const client = make();
    clients.set(name, { client, settings });
    return client;
  }
  const other = differing(known.settings, settings);
  if (other.length === 0) return known.client as C;
  throw new AcumaticaConfigError(`The shared client ${JSON.stringify(name)} exists with another ${other.join(', ')}.`, {
    suggestions: ['Close it first, or give this one another name.'],
  });
}

function differing(known: Settings, asked: Settings): string[] {
  const names = new Set([...Object.keys(known), ...Object.keys(asked)]) as Set<keyof Settings>;
  return [...names].filter((name) => JSON.stringify(known[name]) !== JSON.stringify(asked[name]));
}
