import { brandError } from './error-brand.js';
import { AcumaticaError } from './acumatica-error.js';

/** A scheduled task is unknown, set up wrongly, or has failed. */
export class AcumaticaTaskError extends AcumaticaError {
  static override readonly code: string = 'TASK';

  static {
    brandError(this, 'AcumaticaTaskError');
  }
}
