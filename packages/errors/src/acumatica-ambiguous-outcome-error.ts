import { brandError } from './error-brand.js';
import { AcumaticaError } from './acumatica-error.js';

/** The connection broke after a write left and before its answer came: the ERP may or may not have stored it. It is never retried on its own; look before you send it again, the suggestions say where. */
export class AcumaticaAmbiguousOutcomeError extends AcumaticaError {
  static override readonly code: string = 'AMBIGUOUS_OUTCOME';

  static {
    brandError(this, 'AcumaticaAmbiguousOutcomeError');
  }
}
