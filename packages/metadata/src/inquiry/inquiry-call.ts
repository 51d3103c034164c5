import { AcumaticaQueryError, didYouMean, nearestNames } from '@acurecord/errors';
import type { InquirySchema } from '../schema/odata-schema.js';
import { parameterLiteral } from './parameter-literal.js';

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
    const text = parameterLiteral(inquiry, parameter, value);
    if (!/[/\\?#%]/.test(text)) return `${parameter}=${text}`;
    aliases[`@p${index}`] = text;
    return `${parameter}=@p${index}`;
  });
  return { set: `${call.function}(${written.join(',')})`, aliases };
}

function unknownParameter(inquiry: string, name: string, declared: readonly string[]): AcumaticaQueryError {
  const near = nearestNames(name, declared);
  const hint = didYouMean(near) || ` It has ${declared.join(', ') || 'none'}.`;
  return new AcumaticaQueryError(`${inquiry} has no parameter ${JSON.stringify(name)}.${hint}`, { suggestions: near });
}
