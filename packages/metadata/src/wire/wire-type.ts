/** The value types of contracts 3 and 4, by the name of the document's `…Value` schema without its suffix. */
export type ClassicWireType =
  'String' | 'Decimal' | 'Double' | 'Int' | 'Short' | 'Long' | 'Byte' | 'Boolean' | 'DateTime' | 'Guid';

/** The value types that contract 5 adds; their values are handed through as they come. */
export type Contract5WireType = 'StringSingleSelect' | 'IntSingleSelect' | 'StringMultiSelect' | 'DateOnly';

/**
 * What a value field carries on the wire. A type that no contract known today has keeps its own name, so that a
 * document of a later server can still be read.
 */
export type WireType = ClassicWireType | Contract5WireType | (string & {});

/** Wire types whose values are JavaScript numbers. */
export const NUMERIC_TYPES: ReadonlySet<WireType> = new Set(['Decimal', 'Double', 'Int', 'Short', 'Long', 'Byte']);

/** Inclusive ranges of the whole-number types; `Long` is limited to what a JavaScript number holds exactly. */
export const INTEGER_RANGES: ReadonlyMap<WireType, readonly [min: number, max: number]> = new Map([
  ['Byte', [0, 255]],
  ['Short', [-32_768, 32_767]],
  ['Int', [-2_147_483_648, 2_147_483_647]],
  ['Long', [Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER]],
]);
