import type { Assumptions } from '../assumptions.js';
import { valueText } from '../store/value-text.js';
import { fieldText } from '../store/field-text.js';
import type { FieldValue } from '../store/stored-record.js';
import type { ODataRow, ODataSet } from './odata-set.js';

/** A row as JSON members, without the braces around them. */
export function rowMembers(row: ODataRow, shown: readonly string[], set: ODataSet, assume: Assumptions): string[] {
  return shown.map((name) => `${JSON.stringify(name)}:${cellText(row.get(name) ?? null, name, set, assume)}`);
}

function cellText(value: FieldValue, name: string, set: ODataSet, assume: Assumptions): string {
  const type = set.columns[name]?.type;
  if (value === null) return 'null';
  if (type === 'DateTime' && typeof value === 'string') return JSON.stringify(value.replace(/\+00:00$/, 'Z'));
  if (type === 'Decimal' && assume.odataDecimals === 'text')
    return JSON.stringify(typeof value === 'object' ? value.exact : Number(value).toFixed(6));
  if (assume.odataKeys === 'padded' && type === 'String' && set.keys.includes(name))
    return JSON.stringify(fieldText(value).padEnd(10));
  return valueText(value, type);
}
