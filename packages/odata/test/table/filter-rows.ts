import type { FilterRow } from './filter-row.js';
import { logicRows } from './logic-rows.js';
import { pathRows } from './path-rows.js';
import { valueRows } from './value-rows.js';

/** What every condition becomes in every dialect. */
export const filterRows: readonly FilterRow[] = [...logicRows, ...valueRows, ...pathRows];
