import type { FilterDialect } from '../filter/filter-dialect.js';
import { FilterError } from '../filter/filter-error.js';
import { tokenizeFilter } from '../filter/tokenize-filter.js';
import type { FieldType } from '../schema/schema-model.js';
import { UnfitValue, fieldValueFrom } from '../store/field-value.js';
import type { FieldValue } from '../store/stored-record.js';
import { odataError } from './odata-error.js';

const words = new Set(['true', 'false']);
const unquoted = new Set<FieldType>(['Boolean', 'DateTime', 'Guid']);

/** The value of a parameter of an inquiry as an address writes it. @throws ODataFault 400 for what is none */
export function parameterValue(literal: string, type: FieldType, dialect: FilterDialect): FieldValue {
  if (literal === 'null') return null;
  try {
    return fieldValueFrom(dialect.typedLiterals ? typedText(literal, type, dialect) : plainText(literal), type);
  } catch (error) {
    if (error instanceof UnfitValue || error instanceof FilterError) throw odataError(error.message);
    throw error;
  }
}

/** `'O''Neil'` or any other text as it stands. */
function plainText(literal: string): string {
  return /^'(.*)'$/s.exec(literal)?.[1]?.replaceAll("''", "'") ?? literal;
}

/** The text inside `datetime'2024-01-01T00:00:00'`, `5M` or `'x'`. @throws FilterError when it is of another type */
function typedText(literal: string, type: FieldType, dialect: FilterDialect): string {
  if (words.has(literal)) return literal;
  const negative = literal.startsWith('-');
  const [token, end] = tokenizeFilter(negative ? literal.slice(1) : literal, dialect);
  const wanted = type === 'String' || unquoted.has(type) ? type : 'Number';
  if (token?.kind !== 'literal' || end?.kind !== 'end' || token.literal.type !== wanted)
    throw new FilterError(`The value '${literal}' is not a valid literal for a parameter of type '${type}'.`);
  return `${negative ? '-' : ''}${String(token.literal.value)}`;
}
