import { AcumaticaConfigError } from '@acurecord/errors';

/** The value, if it is a number above 0. @throws AcumaticaConfigError that names the setting otherwise */
export function positive(value: number, setting: string): number {
  if (typeof value === 'number' && value > 0) return value;
  throw new AcumaticaConfigError(`${setting} must be a number above 0, not ${String(value)}.`);
}
