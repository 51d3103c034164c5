import { brandError } from './error-brand.js';
import { AcumaticaError } from './acumatica-error.js';

/** A condition of the request did not hold: the record exists already or no longer (412), or a long operation runs (409). */
export class AcumaticaConcurrencyError extends AcumaticaError {
  static override readonly code: string = 'CONCURRENCY';

  static {
    brandError(this, 'AcumaticaConcurrencyError');
  }
}
