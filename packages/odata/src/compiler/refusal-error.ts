import { AcumaticaQueryError } from '@acurecord/errors';
import type { Dialect, Refusal } from '../dialects/dialect.js';

/** The error for something that a dialect cannot say, naming the part of the filter and the way out. */
export function refusalError(what: string, dialect: Dialect, { refused, instead }: Refusal): AcumaticaQueryError {
  return new AcumaticaQueryError(`${what} cannot be asked of ${dialect.server}. ${refused} ${instead}`, {
    suggestions: [instead],
  });
}
