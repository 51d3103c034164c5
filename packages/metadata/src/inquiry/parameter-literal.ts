import { AcumaticaQueryError } from '@acurecord/errors';
import { compileFilter, conditionFrom, createFields, odataV3Dialect, wireTypes } from '@acurecord/odata';
import type { MemberDescription } from '@acurecord/odata';
import type { InquirySchema } from '../schema/odata-schema.js';
import type { WireType } from '../wire/wire-type.js';
import { textForm, valueFromText } from '../wire/value-from-text.js';
import { wireFromDate } from '../wire/wire-time.js';
import type { InquiryRow } from './inquiry-row.js';

/**
 * The value of a parameter as an address writes it: `'O''Neil'`, `2024-01-02T00:00:00Z`, `3`; in version 3 of OData
 * `datetime'2024-01-02T00:00:00'`, `12.5M`.
 *
 * @throws AcumaticaQueryError for what is no value of the parameter's type
 */
export function parameterLiteral(
  { name, odataVersion, call }: InquirySchema,
  parameter: string,
  value: unknown,
): string {
  const type = call?.parameters[parameter] ?? 'String';
  if (odataVersion !== 3) return plainLiteral(name, parameter, value, type);
  return typedLiteral(parameter, value, { type, zoneless: call?.zoneless?.includes(parameter) ?? false });
}

/** As a condition would compare a column of that type with it. */
function typedLiteral(
  parameter: string,
  value: unknown,
  { type, zoneless }: { type: WireType; zoneless: boolean },
): string {
  const known = wireTypes.find((wireType) => wireType === type);
  const described: MemberDescription | undefined = known && { type: known, ...(zoneless && { zoneless }) };
  const fields = createFields<InquiryRow>(() => described);
  const condition = conditionFrom<InquiryRow>({ [parameter]: value }, fields);
  return compileFilter(condition, odataV3Dialect).slice(`${parameter} eq `.length);
}

function plainLiteral(inquiry: string, parameter: string, value: unknown, type: WireType): string {
  if (value === null) return 'null';
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
