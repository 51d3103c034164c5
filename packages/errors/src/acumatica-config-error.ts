import { brandError } from './error-brand.js';
import { AcumaticaError } from './acumatica-error.js';
import type { AcumaticaErrorOptions } from './acumatica-error.js';

/** What AcumaticaConfigError carries besides the common facts. */
export interface AcumaticaConfigErrorOptions extends AcumaticaErrorOptions {
  /** The names of the settings that are missing. */
  readonly missing?: readonly string[];
}

/** A setting is missing or makes no sense. Thrown before any request. */
export class AcumaticaConfigError extends AcumaticaError {
  static override readonly code: string = 'CONFIG';

  /** The names of the settings that are missing. */
  readonly missing: readonly string[];

  static {
    brandError(this, 'AcumaticaConfigError');
  }

  constructor(message: string, options: AcumaticaConfigErrorOptions = {}) {
    super(message, options);
    this.missing = options.missing ?? [];
  }

  protected override details(): Record<string, unknown> {
    return { missing: this.missing };
  }
}
