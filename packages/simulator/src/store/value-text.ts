import type { FieldType } from '../schema/schema-model.js';
import type { FieldValue } from './stored-record.js';

/** A number as the ERP writes it in a decimal field: never without a digit after the point. */
function decimalText(value: number): string {
  return Number.isInteger(value) && Math.abs(value) < 1e21 ? `${value}.0` : String(value);
}

/** The JSON text of a stored value. */
export function valueText(value: FieldValue, type: FieldType | undefined): string {
  if (typeof value === 'number') return type === 'Decimal' || type === 'Double' ? decimalText(value) : String(value);
  if (value === null || typeof value === 'boolean') return String(value);
  return typeof value === 'object' ? value.exact : JSON.stringify(value);
}
