import { checkSettings } from './check-settings.js';
import { settingNames, settingTable } from './setting-table.js';
import type { Settings } from './settings.js';

/** Variables by name, such as `process.env` or the content of a `.env` file. */
export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The settings that stand in an environment. A variable that is empty counts as one that is not there; all others that
 * begin with `ACUMATICA_` must have a meaning only if they are in the table of settings.
 *
 * @throws AcumaticaConfigError that names each variable whose text means nothing.
 */
export function settingsFromEnvironment(environment: Environment, place = 'the environment'): Settings {
  const given = settingNames.flatMap((name) => {
    const { variable, fromText } = settingTable[name];
    const text = name === 'password' ? environment[variable] : environment[variable]?.trim();
    return text === undefined || text === '' ? [] : [[name, fromText(text)] as const];
  });
  return checkSettings(Object.fromEntries(given), { place, nameOf: (name) => settingTable[name].variable });
}
