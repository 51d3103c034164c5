import { compareValues } from '../store/compare-values.js';
import type { FieldValue } from '../store/stored-record.js';
import { CalculatedColumn } from './calculated-column.js';
import { columnMap, columnName } from './column-name.js';
import type { ODataRow, ODataSet } from './odata-set.js';

interface Term {
  readonly name: string;
  readonly sign: 1 | -1;
}

/** Text is ordered without regard to case, as in the database. */
const folded = (value: FieldValue): FieldValue => (typeof value === 'string' ? value.toLowerCase() : value);

/**
 * Orders rows by `$orderby`; without it tables come in the order of their keys, inquiries as they are.
 * @throws ODataFault 400 for a column that is not there, CalculatedColumn
 */
export function sortRows(rows: readonly ODataRow[], set: ODataSet, orderBy: string | undefined): readonly ODataRow[] {
  const terms = orderBy === undefined || orderBy.trim() === '' ? keyTerms(set) : readTerms(set, orderBy);
  if (terms.length === 0) return rows;
  return [...rows].sort((a, b) => {
    for (const { name, sign } of terms) {
      const order = compareValues(folded(a.get(name) ?? null), folded(b.get(name) ?? null));
      if (order !== 0) return sign * order;
    }
    return 0;
  });
}

function keyTerms({ dataClass, keys }: ODataSet): Term[] {
  return dataClass === undefined ? [] : keys.map((name) => ({ name, sign: 1 }));
}

function readTerms(set: ODataSet, orderBy: string): Term[] {
  return orderBy.split(',').map((term) => {
    const [given = '', direction = 'asc'] = term.trim().split(/\s+/);
    const name = columnName(set, given);
    if (columnMap(set).get(name)?.calculated === true) throw new CalculatedColumn(name);
    return { name, sign: direction.toLowerCase() === 'desc' ? -1 : 1 };
  });
}
