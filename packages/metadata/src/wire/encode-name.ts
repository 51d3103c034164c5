import { AcumaticaQueryError } from '@acurecord/errors';

/** A name as one segment of an address. @throws AcumaticaQueryError for half of a surrogate pair, which none can carry */
export function encodeName(name: string): string {
  try {
    return encodeURIComponent(name);
  } catch (cause) {
    throw new AcumaticaQueryError(`${JSON.stringify(name)} holds half of a character and cannot stand in an address.`, {
      cause,
    });
  }
}
