import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { RateLimitOptions } from '@acurecord/transport';
import { AcumaticaConfigError } from '@acurecord/errors';
import { checkSettings } from './check-settings.js';
import { missingCredentials, missingSettingsError } from './missing-settings.js';
import { settingNames } from './setting-table.js';
import type { Environment } from './settings-from-environment.js';
import { settingsFromEnvironment } from './settings-from-environment.js';
import type { Settings } from './settings.js';

/**
 * Settings of a client in one object, from any source. It holds what was given and nothing else: defaults are filled in
 * by the client. Printed, logged or turned into JSON, it never shows the password.
 */
export class AcumaticaConfig implements Settings {
  declare readonly baseUrl?: string;
  declare readonly username?: string;
  /** Not enumerable, so that copies and logs of this object do not carry it along. */
  declare readonly password?: string;
  declare readonly tenant?: string;
  declare readonly branch?: string;
  declare readonly locale?: string;
  declare readonly endpointName?: string;
  declare readonly endpointVersion?: string;
  declare readonly persistentLogin?: boolean;
  declare readonly retryOnIdleLogout?: boolean;
  declare readonly verifySsl?: boolean;
  declare readonly rateLimit?: RateLimitOptions;
  declare readonly timeoutMs?: number;
  declare readonly cacheMethods?: boolean;
  declare readonly cacheTtlHours?: number;
  declare readonly cacheDir?: string;
  declare readonly forceRebuild?: boolean;

  /** @throws AcumaticaConfigError that names every wrong value and every unknown name. */
  constructor(settings: Settings = {}) {
    const checked = checkSettings(allOf(settings), { place: 'the settings', nameOf: (name) => name });
    for (const [name, value] of Object.entries(checked)) {
      Object.defineProperty(this, name, { value, enumerable: name !== 'password' });
    }
    Object.freeze(this);
  }

  /** Reads the `ACUMATICA_…` variables. @throws AcumaticaConfigError that names each variable that does not parse. */
  static fromEnv(environment: Environment = process.env): AcumaticaConfig {
    return new AcumaticaConfig(settingsFromEnvironment(environment));
  }

  /** Reads a JSON file with the settings by their names here. @throws AcumaticaConfigError that names file and setting. */
  static fromFile(file: string): AcumaticaConfig {
    const path = resolve(file);
    return new AcumaticaConfig(checkSettings(readJson(path), { place: path, nameOf: (name) => name }));
  }

  /** Writes a JSON file, mode 0600, for {@link fromFile}; the password only when told to. */
  toFile(file: string, options: { readonly includePassword?: boolean } = {}): void {
    const password = options.includePassword === true && this.password !== undefined ? { password: this.password } : {};
    if (existsSync(file)) chmodSync(file, 0o600);
    writeFileSync(file, `${JSON.stringify({ ...this, ...password }, null, 2)}\n`, { mode: 0o600 });
  }

  /** A copy in which some settings are replaced. */
  with(changes: Settings): AcumaticaConfig {
    return new AcumaticaConfig({ ...allOf(this), ...changes });
  }

  /** @throws AcumaticaConfigError that lists, with a sample `.env`, what a sign-in by password would miss. */
  validate(): this {
    const missing = missingCredentials(this);
    if (missing.length > 0) throw missingSettingsError(missing);
    return this;
  }

  /** The settings with the password masked. */
  toJSON(): Record<string, unknown> {
    return { ...allOf(this), password: this.password === undefined ? undefined : '***' };
  }

  /** One line with the password masked. */
  toString(): string {
    return `AcumaticaConfig ${JSON.stringify(this)}`;
  }

  /** Node prints this instead of the properties. */
  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return this.toString();
  }
}

/** All members, also the password of another config, which is not enumerable; names we do not know stay, to be refused. */
function allOf(settings: Settings): Record<string, unknown> {
  return { ...settings, ...Object.fromEntries(settingNames.map((name) => [name, settings[name]])) };
}

function readJson(path: string): Record<string, unknown> {
  let content: unknown;
  try {
    content = JSON.parse(readFileSync(path, 'utf8'));
  } catch (cause) {
    const reason = cause instanceof SyntaxError ? 'it is not JSON' : (cause as Error).message;
    // no cause: a syntax error quotes the file, which may hold the password
    throw new AcumaticaConfigError(`The configuration file ${path} cannot be read: ${reason}.`);
  }
  if (typeof content === 'object' && content !== null && !Array.isArray(content)) {
    return content as Record<string, unknown>;
  }
  throw new AcumaticaConfigError(`The configuration file ${path} must hold one JSON object.`);
}
