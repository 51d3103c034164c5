import { brandError } from './error-brand.js';
import { AcumaticaError } from './acumatica-error.js';
import type { AcumaticaErrorOptions } from './acumatica-error.js';
import { redact, redactText } from './redact.js';

/** One thing that is wrong with one value of a record. */
export interface ValidationIssue {
  /** Where: `CreditLimit`, `Details[0].Project`, or the empty string for the record as a whole. */
  readonly path: string;
  /** The value that was refused, where it is known. */
  readonly value: unknown;
  readonly message: string;
  /** Column of the text that the value was read from, for rows of a file. */
  readonly column?: string;
  /** Line of the file, counted as the caller counts it. */
  readonly line?: number;
}

/** What AcumaticaValidationError carries besides the common facts. */
export interface AcumaticaValidationErrorOptions extends AcumaticaErrorOptions {
  readonly issues?: readonly ValidationIssue[];
  /** @default false */
  readonly written?: boolean;
  readonly record?: unknown;
}

/** Values of a record were refused, by the server (400, 422) or by validation before anything was sent. */
export class AcumaticaValidationError extends AcumaticaError {
  static override readonly code: string = 'VALIDATION';

  /** Every refused value, in document order. */
  readonly issues: readonly ValidationIssue[];

  /**
   * Whether the record was written all the same, though not as it was sent (code `ROW_NOT_STORED`). Nothing repeats such a write by
   * itself, and you must not either.
   */
  readonly written: boolean;

  /** The record that was written, as the server answered it; undefined where nothing was. Not printed and not in `toJSON()`. */
  declare readonly record: unknown;

  static {
    brandError(this, 'AcumaticaValidationError');
  }

  constructor(message: string, options: AcumaticaValidationErrorOptions = {}) {
    super(message, options);
    this.issues = (options.issues ?? []).map(withoutSecret);
    this.written = options.written ?? false;
    Object.defineProperty(this, 'record', { value: options.record, enumerable: false });
  }

  /**
   * The messages about fields and rows by path: `{ 'Details[0].Project': ['Project … cannot be found in the system.'] }`.
   * Those about the record as a whole are in {@link recordErrors}.
   */
  get fieldErrors(): Record<string, string[]> {
    const byPath = new Map<string, string[]>();
    for (const { path, message } of this.issues) {
      if (path !== '') byPath.set(path, [...(byPath.get(path) ?? []), message]);
    }
    return Object.fromEntries(byPath);
  }

  /** The messages about the record as a whole. */
  get recordErrors(): string[] {
    return this.issues.flatMap(({ path, message }) => (path === '' ? [message] : []));
  }

  protected override details(): Record<string, unknown> {
    return { issues: this.issues, ...(this.written && { written: true }) };
  }
}

function withoutSecret({ path, value, message, ...place }: ValidationIssue): ValidationIssue {
  const field = path.split('.').at(-1) ?? path;
  const clean = redact({ [field]: value }) as Record<string, unknown>;
  return { path, value: clean[field], message: redactText(message), ...place };
}
