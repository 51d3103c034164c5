import { brandError } from './error-brand.js';
import { AcumaticaError } from './acumatica-error.js';

/** Sign-in was refused, the session is not valid (401), or the user lacks the rights for this form (403). */
export class AcumaticaAuthError extends AcumaticaError {
  static override readonly code: string = 'AUTH';

  static {
    brandError(this, 'AcumaticaAuthError');
  }
}
