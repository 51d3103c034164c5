import { splitFilter } from '@acurecord/odata';
import type { Condition, Dialect } from '@acurecord/odata';

/** Longest filter, percent-encoded, that one URL is given: web servers commonly refuse a query of 2,048 characters. */
const MAX_FILTER = 1_500;

/**
 * A condition as several ones that together mean the same, where a list of values makes it too long for a URL. The
 * values are sorted, so that the results, one after the other, come in the order that a single answer would have.
 */
export function splitCondition(condition: Condition, dialect: Dialect): readonly Condition[] {
  return splitFilter(condition, dialect, MAX_FILTER);
}
