import { brandError } from './error-brand.js';
import { AcumaticaError } from './acumatica-error.js';
import type { AcumaticaErrorOptions } from './acumatica-error.js';

/** What AcumaticaNotFoundError carries besides the common facts. */
export interface AcumaticaNotFoundErrorOptions extends AcumaticaErrorOptions {
  /** The kind of thing that is not there. @default `entity` */
  readonly resourceType?: string;
  /** Which one it is. @default `entityId` */
  readonly resourceId?: string;
}

/**
 * The record, entity, endpoint or action does not exist. A missing record carries status 500, since that is how the
 * server says it ("No entity satisfies the condition.").
 */
export class AcumaticaNotFoundError extends AcumaticaError {
  static override readonly code: string = 'NOT_FOUND';

  /** The kind of thing that is not there, such as `Customer`. */
  readonly resourceType?: string;
  /** Which one it is, such as `ABARTENDE` or `SO/000123`. */
  readonly resourceId?: string;

  static {
    brandError(this, 'AcumaticaNotFoundError');
  }

  constructor(message: string, options: AcumaticaNotFoundErrorOptions = {}) {
    super(message, options);
    const resourceType = options.resourceType ?? this.entity;
    const resourceId = options.resourceId ?? this.entityId;
    if (resourceType !== undefined) this.resourceType = resourceType;
    if (resourceId !== undefined) this.resourceId = resourceId;
  }

  protected override details(): Record<string, unknown> {
    return { resourceType: this.resourceType, resourceId: this.resourceId };
  }
}
