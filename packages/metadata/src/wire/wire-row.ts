/** A value as the contract wraps it; `{}` is an empty value. `error` appears in 422 answers only. */
export interface WireValue {
  readonly value?: unknown;
  readonly error?: string;
}

/**
 * A record as it stands in a JSON body: `id`, `rowNumber`, `note`, then wrapped values, linked records (objects),
 * details (arrays), and `custom`, `_links`, `files`.
 */
export interface WireRow {
  readonly [member: string]: unknown;
}
