import { brandError } from './error-brand.js';
import { AcumaticaError } from './acumatica-error.js';

/** A schema document cannot be understood, or a name is not in it; the message gives the place. */
export class AcumaticaSchemaError extends AcumaticaError {
  static override readonly code: string = 'SCHEMA';

  static {
    brandError(this, 'AcumaticaSchemaError');
  }
}
