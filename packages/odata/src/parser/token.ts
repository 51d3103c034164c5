/** What a piece of filter text is. `prefixed` is a literal such as `guid'…'`. */
export type TokenKind = 'name' | 'string' | 'prefixed' | 'number' | 'instant' | 'day' | 'guid' | 'sign' | 'end';

/** A piece of filter text. */
export interface Token {
  readonly kind: TokenKind;
  /** As written. */
  readonly text: string;
  /** Where it begins; the first character of the filter has index 0. */
  readonly start: number;
}
