import { AcumaticaConfigError } from '@acurecord/errors';
import { nearMatches } from '../introspection/near-matches.js';
import { settingNames, settingTable } from './setting-table.js';
import type { SettingName, Settings } from './settings.js';

/** How the settings of one source are called there: `timeoutMs` or `ACUMATICA_TIMEOUT`. */
export interface SettingSource {
  /** Where the settings stand, such as `the options` or a file's path. */
  readonly place: string;
  readonly nameOf: (setting: SettingName) => string;
}

/**
 * The settings of one source in their final form, without those that are `undefined`.
 *
 * @throws AcumaticaConfigError that names every wrong value, and never shows one.
 */
export function checkSettings(given: Readonly<Record<string, unknown>>, source: SettingSource): Settings {
  const present = Object.entries(given).filter(([, value]) => value !== undefined);
  const complaints = present.flatMap(([name, value]) => complaintAbout(name, value, source));
  if (complaints.length === 0) return Object.fromEntries(present.map(([name, value]) => [name, tidy(name, value)]));
  throw new AcumaticaConfigError(`The configuration in ${source.place} is wrong: ${complaints.join('; ')}.`, {
    context: { place: source.place },
  });
}

function complaintAbout(name: string, value: unknown, { nameOf }: SettingSource): string[] {
  if (!isSetting(name)) return [`${name} is not a setting${nearMatches(name, settingNames)}`];
  const complaint = settingTable[name].complaint(value);
  return complaint === undefined ? [] : [`${nameOf(name)} ${complaint}`];
}

function isSetting(name: string): name is SettingName {
  return Object.hasOwn(settingTable, name);
}

function tidy(name: string, value: unknown): unknown {
  return name === 'baseUrl' && typeof value === 'string' ? value.replace(/(?<!\/)\/+$/, '') : value;
}
