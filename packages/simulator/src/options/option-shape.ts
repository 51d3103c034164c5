/** What an option may hold, as far as its names go; the types of values are the compiler's business. */
export type OptionShape =
  | 'anything'
  /** An object with these members and no others. */
  | { readonly fields: Readonly<Record<string, OptionShape>> }
  /** A list, or an object with names that the caller chooses. */
  | { readonly each: OptionShape };

/** An object with the members of a type: the compiler sees to it that none is forgotten. */
export function fields<T>(shapes: { readonly [Name in keyof Required<T>]: OptionShape }): OptionShape {
  return { fields: shapes };
}

/** A list of such, or an object of such by names of the caller's. */
export const each = (shape: OptionShape): OptionShape => ({ each: shape });
