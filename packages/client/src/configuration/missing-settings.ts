import { AcumaticaConfigError } from '@acurecord/errors';
import { credentialNames, settingTable } from './setting-table.js';
import type { Settings } from './settings.js';

/** Values that show the form of a setting in the sample that the error prints. */
const SAMPLES = {
  baseUrl: 'https://erp.example.com/AcumaticaERP',
  username: 'api-user',
  password: 'your-password',
  tenant: 'Company',
} as const;

/** The names of the credentials that are not there; with another way to sign in than by password, only the address counts. */
export function missingCredentials(settings: Settings, byPassword = true): (keyof typeof SAMPLES)[] {
  return credentialNames.filter((name) => settings[name] === undefined && (byPassword || name === 'baseUrl'));
}

/** The error that lists what is missing and shows a `.env` file that would do. */
export function missingSettingsError(missing: readonly (keyof typeof SAMPLES)[]): AcumaticaConfigError {
  const sample = missing.map((name) => `${settingTable[name].variable}=${SAMPLES[name]}`);
  return new AcumaticaConfigError(
    `The client needs ${missing.join(', ')}. Pass ${missing.length === 1 ? 'it as an option' : 'them as options'}, ` +
      `or write a .env file:\n\n${sample.join('\n')}\n`,
    { missing, suggestions: ['A .env file is looked for in the working directory and every folder above it.'] },
  );
}
