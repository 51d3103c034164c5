import { brandError } from './error-brand.js';
import { AcumaticaError } from './acumatica-error.js';

/** A condition or query option cannot be said in the dialect it is meant for, or a value in it makes no sense. Thrown before anything is sent. */
export class AcumaticaQueryError extends AcumaticaError {
  static override readonly code: string = 'QUERY';

  static {
    brandError(this, 'AcumaticaQueryError');
  }
}
