import { encodeQueryText } from '@acurecord/errors';
import type { Condition } from '../conditions/condition.js';
import type { Dialect } from '../dialects/dialect.js';
import { compileFilter } from './compile-filter.js';

/**
 * How many characters a condition takes in a URL, percent-encoded. Web servers commonly refuse a query of 2,048.
 *
 * @throws {AcumaticaQueryError} as `compileFilter` does
 */
export function filterLength(condition: Condition, dialect: Dialect): number {
  return encodeQueryText(compileFilter(condition, dialect)).length;
}
