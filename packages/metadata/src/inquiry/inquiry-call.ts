import { AcumaticaQueryError } from '@acurecord/errors';
import { nearestNames } from '../entity/nearest-names.js';
import type { InquirySchema } from '../schema/odata-schema.js';
import type { WireType } from '../schema/wire-type.js';
import { wireFromDate } from '../wire/wire-time.js';

/** Where the rows of an inquiry are read: its entity set, or its function with parameters. */
export interface InquiryCall {
  readonly set: string;
  /** Parameter aliases: `{ '@p0': "'A/B'" }`. */
  readonly aliases: Readonly<Record<string, string>>;
}

/**
 * Writes the parameters of an inquiry into its address.
 *
 * @throws AcumaticaQueryError for an unknown parameter, and for an inquiry that gives no rows without them
 */
export function inquiryCall(inquiry: InquirySchema, parameters: Readonly<Record<string, unknown>>): InquiryCall {
  const { name, call } = inquiry;
  const given = Object.entries(parameters).filter(([, value]) => value !== undefined);
  const declared = Object.keys(call?.parameters ?? {});
  for (const [parameter] of given) if (!declared.includes(parameter)) throw unknownParameter(name, parameter, declared);
  if (call === undefined) return { set: name, aliases: {} };
  if (given.length === 0) {
    throw new AcumaticaQueryError(
      `${name} gives no rows without parameters. Set ${declared.join(', ')} with parameters({ … }).`,
    );
  }
  const aliases: Record<string, string> = {};
  const written = given.map(([parameter, value], index) => {
    const text = literal(name, parameter, value, call.parameters[parameter] ?? 'String');
    if (!/[/\\?#%]/.test(text)) return `${parameter}=${text}`;
    aliases[`@p${index}`] = text;
    return `${parameter}=@p${index}`;
  });
  return { set: `${call.function}(${written.join(',')})`, aliases };
}

function literal(inquiry: string, parameter: string, value: unknown, type: WireType): string {
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

function unknownParameter(inquiry: string, name: string, declared: readonly string[]): AcumaticaQueryError {
  const near = nearestNames(name, declared);
  const hint = near.length > 0 ? `Did you mean ${near.join(' or ')}?` : `It has ${declared.join(', ') || 'none'}.`;
  return new AcumaticaQueryError(`${inquiry} has no parameter ${JSON.stringify(name)}. ${hint}`, { suggestions: near });
}
