/** What a literal says; texts are kept exactly, so that printing loses nothing. */
export type LiteralNode =
  | { readonly kind: 'literal'; readonly type: 'null'; readonly value: null }
  | { readonly kind: 'literal'; readonly type: 'boolean'; readonly value: boolean }
  | {
      readonly kind: 'literal';
      /**
       * `string` any text; `number` plain digits of no declared type; `decimal` plain digits of a decimal;
       * `dateTime` an instant as ISO text in UTC; `localTime` the same for a service that keeps no zone; `date` a day `YYYY-MM-DD`; `guid` lower case with dashes.
       */
      readonly type: 'string' | 'number' | 'decimal' | 'dateTime' | 'localTime' | 'date' | 'guid';
      readonly value: string;
    };

/** The name of a literal's form; a dialect has one way of writing for each. */
export type LiteralType = LiteralNode['type'];

/** The one literal that means "empty". */
export const nullLiteral: LiteralNode = Object.freeze({ kind: 'literal', type: 'null', value: null });

/** A literal whose value is text. */
export function literalNode(type: Exclude<LiteralType, 'null' | 'boolean'>, value: string): LiteralNode {
  return Object.freeze({ kind: 'literal', type, value });
}

/** `true` or `false`. */
export function booleanLiteral(value: boolean): LiteralNode {
  return Object.freeze({ kind: 'literal', type: 'boolean', value });
}
