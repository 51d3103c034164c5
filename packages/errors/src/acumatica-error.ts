import { brandError, hasErrorBrand } from './error-brand.js';
import { describeError } from './describe-error.js';
import { redact, redactText } from './redact.js';

/** What every error of the tree can carry. All of it is redacted when the error is made. */
export interface AcumaticaErrorOptions {
  /** A stable name for programs, in capitals. @default the class's own code */
  readonly code?: string;
  /** The HTTP status; absent when no answer came. */
  readonly status?: number;
  /** What was tried, such as `PUT /entity/Default/24.200.001/Customer`. */
  readonly operation?: string;
  readonly entity?: string;
  readonly entityId?: string;
  /** Further facts for a log. */
  readonly context?: Readonly<Record<string, unknown>>;
  /** What the reader can do next, one sentence each. */
  readonly suggestions?: readonly string[];
  readonly cause?: unknown;
}

/**
 * Parent of every error that AcuRecord throws: `catch (error) { if (AcumaticaError.is(error)) … }`.
 *
 * No secret is in it: message, context, suggestions and everything printed pass through {@link redact}.
 */
export class AcumaticaError extends Error {
  /** The code that instances of this class carry unless told otherwise. */
  static readonly code: string = 'ACUMATICA_ERROR';

  readonly code: string;
  readonly status?: number;
  readonly operation?: string;
  readonly entity?: string;
  readonly entityId?: string;
  readonly context: Readonly<Record<string, unknown>>;
  readonly suggestions: readonly string[];
  readonly timestamp: Date = new Date();
  declare readonly cause?: unknown;

  static {
    brandError(this, 'AcumaticaError');
  }

  constructor(message: string, options: AcumaticaErrorOptions = {}) {
    super(redactText(message), 'cause' in options ? { cause: options.cause } : undefined);
    this.code = options.code ?? new.target.code;
    if (options.status !== undefined) this.status = options.status;
    if (options.operation !== undefined) this.operation = redactText(options.operation);
    if (options.entity !== undefined) this.entity = options.entity;
    if (options.entityId !== undefined) this.entityId = redactText(options.entityId);
    this.context = redact(options.context ?? {}) as Record<string, unknown>;
    this.suggestions = (options.suggestions ?? []).map((suggestion) => redactText(suggestion));
    // A logger that prints own properties must not print the raw cause.
    if ('cause' in options) Object.defineProperty(this, 'cause', { enumerable: false });
  }

  /**
   * Whether `value` is an error of this class or a child of it, also when another installed copy of the package made it
   * (`instanceof` says no to that one).
   */
  static is<E extends typeof AcumaticaError>(this: E, value: unknown): value is InstanceType<E> {
    return hasErrorBrand(value, this);
  }

  /** The same value as {@link status}. */
  get statusCode(): number | undefined {
    return this.status;
  }

  /** Several lines for a log or a terminal: the message, where it happened, what to do, and the chain of causes. */
  getDetailedMessage(): string {
    return describeError(this, this.details());
  }

  /** Plain data for a log line; contains no stack and no secret. */
  toJSON(): Record<string, unknown> {
    const { code, message, status, operation, entity, entityId, context, suggestions } = this;
    const cause =
      this.cause instanceof Error ? { name: this.cause.name, message: redactText(this.cause.message) } : undefined;
    const facts = { name: this.name, code, message, status, operation, entity, entityId, ...this.details() };
    const all = { ...facts, context, suggestions, cause, timestamp: this.timestamp.toISOString() };
    return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
  }

  /** The extra fields of a child class, redacted; they appear in the detailed message and in JSON. */
  protected details(): Record<string, unknown> {
    return {};
  }

  /** Node prints this instead of walking the properties. */
  [Symbol.for('nodejs.util.inspect.custom')](): string {
    const frames = redactText(this.stack ?? '')
      .split('\n')
      .filter((line) => /^\s+at /.test(line));
    return [this.getDetailedMessage(), ...frames].join('\n');
  }
}
