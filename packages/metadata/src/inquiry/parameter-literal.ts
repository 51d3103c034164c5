import { AcumaticaQueryError } from '@acurecord/errors';
import { compileFilter, conditionFrom, createFields, odataV3Dialect, wireTypes } from '@acurecord/odata';
import type { MemberDescription } from '@acurecord/odata';
import type { InquirySchema } from '../schema/odata-schema.js';
import type { WireType } from '../wire/wire-type.js';
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

/** A command line gives words for these. */
const WORDS: ReadonlyMap<unknown, boolean> = new Map([
  ['true', true],
  ['false', false],
]);

/** As a condition would compare a column of that type with it. */
function typedLiteral(
  parameter: string,
  value: unknown,
  { type, zoneless }: { type: WireType; zoneless: boolean },
): string {
  const known = wireTypes.find((wireType) => wireType === type);
  const described: MemberDescription | undefined = known && { type: known, ...(zoneless && { zoneless }) };
  const fields = createFields<InquiryRow>(() => described);
  const given = type === 'Boolean' ? (WORDS.get(value) ?? value) : value;
  const condition = conditionFrom<InquiryRow>({ [parameter]: given }, fields);
  return compileFilter(condition, odataV3Dialect).slice(`${parameter} eq `.length);
}

function plainLiteral(inquiry: string, parameter: string, value: unknown, type: WireType): string {
  if (value === null) return 'null';
  if (value instanceof Date && !Number.isNaN(value.getTime())) {
    return type === 'Date' ? value.toISOString().slice(0, 10) : wireFromDate(value).replace('+00:00', 'Z');
  }
  if (typeof value === 'boolean' || (typeof value === 'number' && Number.isFinite(value))) return String(value);
  if (typeof value === 'string')
    return type === 'String' || type === '' ? `'${value.replaceAll("'", "''")}'` : bare(inquiry, parameter, value);
  throw new AcumaticaQueryError(`${inquiry}: ${parameter} cannot be a value of type ${typeof value}.`);
}

/** Values of types other than text stand without quotes, so they must not bring any syntax along. */
function bare(inquiry: string, parameter: string, text: string): string {
  if (/^[\w:.+-]+$/.test(text)) return text;
  throw new AcumaticaQueryError(`${inquiry}: ${JSON.stringify(text)} is no value for ${parameter}.`);
}
