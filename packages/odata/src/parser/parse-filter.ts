import { AcumaticaQueryError } from '@acurecord/errors';
import { Condition } from '../conditions/condition.js';
import { contractDialect } from '../dialects/contract-dialect.js';
import type { Dialect } from '../dialects/dialect.js';
import { describeValue } from '../values/describe-value.js';
import { FilterParser } from './filter-parser.js';
import { tokenize } from './tokenize.js';

/**
 * Reads filter text, not percent-encoded, into the condition it says: `parseFilter("substringof('tea',Name)")` is
 * `F.Name.contains('tea')`. Fields have no type; `bindCondition` looks them up in a schema.
 *
 * @throws {AcumaticaQueryError} with the position, counted from 1, and what was expected there
 */
export function parseFilter(text: string, dialect: Dialect = contractDialect): Condition {
  if (typeof text !== 'string') throw new AcumaticaQueryError(`parseFilter() takes text, not ${describeValue(text)}.`);
  return new Condition(new FilterParser(tokenize(text), dialect).parse());
}
