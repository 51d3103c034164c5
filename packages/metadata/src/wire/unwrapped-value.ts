const WRAPPER_NAMES: ReadonlySet<string> = new Set(['value', 'type', 'error']);

/** A value in the form of the wire, as `{ value }` or `{ type, value }`. */
export interface WrappedValue {
  readonly value: unknown;
  /** Type of a field outside the contract: `CustomDecimalField`. */
  readonly type?: unknown;
}

/** Whether a value is one in the form of the wire: a plain object of `value` and perhaps `type`, and nothing else. */
export function isWrapped(value: unknown): value is WrappedValue {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  return Object.hasOwn(value, 'value') && Object.keys(value).every((name) => WRAPPER_NAMES.has(name));
}

/** The plain value: `{ value: 5 }` is 5, and everything else is itself. */
export function unwrappedValue(value: unknown): unknown {
  return isWrapped(value) ? value.value : value;
}
