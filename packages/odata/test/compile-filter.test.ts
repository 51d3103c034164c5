import { AcumaticaQueryError } from '@acurecord/errors';
import { compileFilter, contractDialect, odataV4Dialect } from '@acurecord/odata';
import type { Dialect } from '@acurecord/odata';
import { conditionOf } from './table/filter-row.js';
import type { FilterRow, Refused } from './table/filter-row.js';
import { filterRows } from './table/filter-rows.js';

function said(row: FilterRow, dialect: Dialect): string | Refused {
  try {
    return compileFilter(conditionOf(row), dialect);
  } catch (error) {
    if (AcumaticaQueryError.is(error)) return { message: error.message };
    throw error;
  }
}

const named = filterRows.map((row, index) => {
  const text = typeof row[1] === 'string' ? row[1] : row[1].message;
  return [`${index + 1}: ${text}`, row] as const;
});

it.each(named)('says line %s', (_name, row) => {
  const [, contract, odataV4 = contract] = row;
  expect([said(row, contractDialect), said(row, odataV4Dialect)]).toEqual([contract, odataV4]);
});

it('covers at least 250 conditions', () => {
  expect(filterRows.length).toBeGreaterThanOrEqual(250);
});
