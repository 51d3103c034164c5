import { AcumaticaQueryError } from '@acurecord/errors';
import { Decimal, Guid, PlainDate } from '@acurecord/odata';
import type { InquirySchema } from '../schema/odata-schema.js';
import type { WireType } from '../wire/wire-type.js';
import { textForm, valueFromText } from '../wire/value-from-text.js';
import { wireFromDate } from '../wire/wire-time.js';

/**
 * The value of a parameter as an address writes it: `'O''Neil'`, `2024-01-02T00:00:00Z`, `3`.
 *
 * @throws AcumaticaQueryError for what is no value of the parameter's type
 */
export function parameterLiteral({ name, call }: InquirySchema, parameter: string, value: unknown): string {
  return plainLiteral(name, parameter, value, call?.parameters[parameter] ?? 'String');
}

/**
 * The value of a parameter as version 3 of OData has it in the query: `O'Neil`, `2024-01-02T00:00:00`, `12.5`, without
 * quotes and names of types.
 *
 * @throws AcumaticaQueryError for what is no value of the parameter's type
 */
export function parameterText({ name, call }: InquirySchema, parameter: string, value: unknown): string {
  const type = call?.parameters[parameter] ?? 'String';
  const isText = typeof value === 'string' && (type === 'String' || type === '');
  if (isText) return value;
  const literal = plainLiteral(name, parameter, value, type);
  return call?.zoneless?.includes(parameter) === true ? literal.replace(/Z$/, '') : literal;
}

function plainLiteral(inquiry: string, parameter: string, value: unknown, type: WireType): string {
  if (value === null) return 'null';
  if (Decimal.is(value) || Guid.is(value) || PlainDate.is(value))
    return plainLiteral(inquiry, parameter, value.toString(), type);
  if (value instanceof Date && !Number.isNaN(value.getTime())) {
    return type === 'Date' ? value.toISOString().slice(0, 10) : wireFromDate(value).replace('+00:00', 'Z');
  }
  if (typeof value === 'boolean' || (typeof value === 'number' && Number.isFinite(value))) return String(value);
  if (typeof value === 'string')
    return type === 'String' || type === ''
      ? `'${value.replaceAll("'", "''")}'`
      : bare({ inquiry, parameter, type }, value);
  throw new AcumaticaQueryError(`${inquiry}: ${parameter} cannot be a value of type ${typeof value}.`);
}

/** Values of types other than text stand without quotes, so they must not bring any syntax along. */
function bare(
  { inquiry, parameter, type }: { readonly inquiry: string; readonly parameter: string; readonly type: WireType },
  text: string,
): string {
  const value = valueFromText(text, type);
  if (value !== undefined && /^[\w:.+-]+$/.test(text)) return String(value);
  const form = textForm(type);
  throw new AcumaticaQueryError(
    `${inquiry}: ${JSON.stringify(text)} is no value for ${parameter}.${form === undefined ? '' : ` Give ${form}.`}`,
  );
}
