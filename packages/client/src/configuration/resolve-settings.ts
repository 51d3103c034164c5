import { AcumaticaConfigError } from '@acurecord/errors';
import type { AcumaticaConfig } from './acumatica-config.js';
import { checkSettings } from './check-settings.js';
import { findEnvironmentFile, readEnvironmentFile } from './environment-file.js';
import { missingCredentials, missingSettingsError } from './missing-settings.js';
import { settingNames } from './setting-table.js';
import type { Environment } from './settings-from-environment.js';
import { settingsFromEnvironment } from './settings-from-environment.js';
import type { Settings } from './settings.js';

/** Settings and where else to look for them. */
export interface SettingsOptions extends Settings {
  /** Seconds; another way to say `timeoutMs`. */
  readonly timeout?: number;
  /** Stands in for what the options leave open, before the environment does: an option given beside it wins. */
  readonly config?: AcumaticaConfig;
  /** A `.env` file to read; it must exist. */
  readonly envFile?: string;
  /** Whether a `.env` file is looked for when credentials are missing. @default true */
  readonly autoLoadEnv?: boolean;
}

const DEFAULTS = {
  endpointName: 'Default',
  persistentLogin: true,
  retryOnIdleLogout: true,
  verifySsl: true,
  rateLimit: { callsPerSecond: 10 },
  timeoutMs: 60_000,
  cacheMethods: false,
  cacheTtlHours: 24,
  cacheDir: '~/.acurecord/cache',
  forceRebuild: false,
} as const satisfies Settings;

/** Settings with every default filled in; what has none may still be absent. */
export type ResolvedSettings = Settings & Required<Pick<Settings, keyof typeof DEFAULTS | 'baseUrl'>>;

/** Where settings come from besides the options. */
export interface SettingsSurroundings {
  readonly environment: Environment;
  readonly workingDirectory: string;
  /** Whether the client signs in by user and password. */
  readonly byPassword: boolean;
}

/**
 * Settles every setting: an option wins over `config`, that over a real environment variable, that over a `.env` file,
 * that over the default. Nothing is changed in the environment.
 *
 * @throws AcumaticaConfigError that names each wrong value, or lists what is missing.
 */
export async function resolveSettings(
  options: SettingsOptions,
  { environment, workingDirectory, byPassword }: SettingsSurroundings,
): Promise<ResolvedSettings> {
  const given = { ...fromConfig(options.config), ...fromOptions(options) };
  const known = { ...settingsFromEnvironment(environment), ...given };
  const wanting = missingCredentials(known, byPassword).length > 0;
  const file =
    options.envFile !== undefined
      ? await readEnvironmentFile(options.envFile)
      : wanting && options.autoLoadEnv !== false
        ? await findEnvironmentFile(workingDirectory)
        : undefined;
  const fromFile = file === undefined ? {} : settingsFromEnvironment(file.variables, file.path);
  const settings = { ...DEFAULTS, ...fromFile, ...known };
  const missing = missingCredentials(settings, byPassword);
  if (missing.length > 0) throw missingSettingsError(missing);
  return { ...settings, baseUrl: settings.baseUrl ?? '' };
}

/** The settings among the options, checked. @throws AcumaticaConfigError */
export function fromOptions(options: SettingsOptions): Settings {
  const { timeout } = options;
  const given = Object.fromEntries(settingNames.map((name) => [name, options[name]]));
  if (timeout !== undefined) {
    const complaint = typeof timeout !== 'number' || !(timeout > 0) || !Number.isFinite(timeout);
    if (complaint) throw new AcumaticaConfigError('The option timeout must be a number of seconds, above 0.');
    if (given['timeoutMs'] === undefined) given['timeoutMs'] = timeout * 1000;
    else if (given['timeoutMs'] !== timeout * 1000) {
      throw new AcumaticaConfigError('The options timeout (seconds) and timeoutMs disagree; give one of them.');
    }
  }
  return checkSettings(given, { place: 'the options', nameOf: (name) => name });
}

function fromConfig(config: AcumaticaConfig | undefined): Settings {
  if (config === undefined) return {};
  return Object.fromEntries(settingNames.flatMap((name) => (config[name] === undefined ? [] : [[name, config[name]]])));
}
