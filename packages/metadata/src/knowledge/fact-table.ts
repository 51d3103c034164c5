/** Where facts come from, and when they were collected. */
export interface FactSource {
  /** The endpoint that they were collected of: `Default/24.200.001`. */
  readonly endpoint: string;
  /** In words. */
  readonly origin: string;
  /** The day: `2026-12-01`. */
  readonly collected: string;
}

/** Facts about the fields of one endpoint, packed: a line an entity, parted by tabs into name, form and fields. */
export interface FactTable {
  readonly source: FactSource;
  /** Parted by blanks. */
  readonly sqlTypes: string;
  /** Parted by blanks. */
  readonly dataClasses: string;
  /** A field is `name|SQL type|data class|data field|label`, the two in the middle by their places in the lists. */
  readonly entities: string;
}
