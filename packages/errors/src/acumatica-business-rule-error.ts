import { brandError } from './error-brand.js';
import { AcumaticaError } from './acumatica-error.js';

/** The ERP understood the request and refused it by one of its rules (422 without an error at a field, or a failed action). */
export class AcumaticaBusinessRuleError extends AcumaticaError {
  static override readonly code: string = 'BUSINESS_RULE';

  static {
    brandError(this, 'AcumaticaBusinessRuleError');
  }
}
