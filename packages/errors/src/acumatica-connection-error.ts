import { brandError } from './error-brand.js';
import { AcumaticaError } from './acumatica-error.js';

/** No usable answer came: the name did not resolve, the connection was refused, reset or cut. It has no status. */
export class AcumaticaConnectionError extends AcumaticaError {
  static override readonly code: string = 'CONNECTION';

  static {
    brandError(this, 'AcumaticaConnectionError');
  }
}
