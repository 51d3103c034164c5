import type { FieldType } from '../schema/schema-model.js';
import { valueText } from '../store/value-text.js';
import { fieldText } from '../store/field-text.js';
import type { FieldValue } from '../store/stored-record.js';
import type { ODataFormat } from './odata-format.js';
import type { ODataRow, ODataSet } from './odata-set.js';

/** A row as JSON members, without the braces around them. */
export function rowMembers(row: ODataRow, shown: readonly string[], set: ODataSet, format: ODataFormat): string[] {
  return shown.map((name) => `${JSON.stringify(name)}:${cellText(row.get(name) ?? null, name, set, format)}`);
}

function cellText(value: FieldValue, name: string, set: ODataSet, format: ODataFormat): string {
  const type = set.columns[name]?.type;
  if (value === null) return 'null';
  if (type === 'DateTime' && typeof value === 'string') return JSON.stringify(value.replace(/\+00:00$/, format.zone));
  if (type !== undefined && format.textual.has(type)) return JSON.stringify(digitsOf(value, type));
  const width = type === 'String' ? paddedLength(name, set, format) : 0;
  if (width > 0) return JSON.stringify(fieldText(value).padEnd(width));
  return valueText(value, type);
}

function digitsOf(value: Exclude<FieldValue, null>, type: FieldType): string {
  if (typeof value === 'object') return value.exact;
  return type === 'Decimal' ? Number(value).toFixed(6) : String(value);
}

function paddedLength(name: string, { columns, keys }: ODataSet, { pads }: ODataFormat): number {
  if (pads === 'nothing') return 0;
  return columns[name]?.segment ?? (pads === 'keys' && keys.includes(name) ? 10 : 0);
}
