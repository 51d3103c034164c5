import { AcumaticaQueryError, didYouMean, nearestNames } from '@acurecord/errors';
import type { InquirySchema } from '../schema/odata-schema.js';
import { parameterLiteral, parameterText } from './parameter-literal.js';

/** Where the rows of an inquiry are read: its entity set, or its function with parameters. */
export interface InquiryCall {
  readonly set: string;
  /** What the query holds of it: aliases, `{ '@p0': "'A/B'" }`, or in version 3 of OData the parameters themselves. */
  readonly params: Readonly<Record<string, string>>;
}

/**
 * Writes the parameters of an inquiry into its address; in version 3 of OData, where values stand bare, into the query.
 *
 *
 * @throws AcumaticaQueryError for an unknown parameter, and for an inquiry that gives no rows without them
 */
export function inquiryCall(inquiry: InquirySchema, parameters: Readonly<Record<string, unknown>>): InquiryCall {
  const { name, call } = inquiry;
  const given = Object.entries(parameters).filter(([, value]) => value !== undefined);
  const declared = Object.keys(call?.parameters ?? {});
  for (const [parameter] of given) if (!declared.includes(parameter)) throw unknownParameter(name, parameter, declared);
  if (call === undefined) return { set: name, params: {} };
  if (given.length === 0) {
    throw new AcumaticaQueryError(
      `${name} gives no rows without parameters. Set ${declared.join(', ')} with parameters({ … }).`,
    );
  }
  if (inquiry.odataVersion === 3) {
    const values = given.map(([parameter, value]) => [parameter, parameterText(inquiry, parameter, value)]);
    return { set: call.function, params: Object.fromEntries(values) as Record<string, string> };
  }
  const aliases: Record<string, string> = {};
  const written = given.map(([parameter, value], index) => {
    const text = parameterLiteral(inquiry, parameter, value);
    if (!/[/\\?#%]/.test(text)) return `${parameter}=${text}`;
    aliases[`@p${index}`] = text;
    return `${parameter}=@p${index}`;
  });
  return { set: `${call.function}(${written.join(',')})`, params: aliases };
}

function unknownParameter(inquiry: string, name: string, declared: readonly string[]): AcumaticaQueryError {
  const near = nearestNames(name, declared);
  const hint = didYouMean(near) || ` It has ${declared.join(', ') || 'none'}.`;
  return new AcumaticaQueryError(`${inquiry} has no parameter ${JSON.stringify(name)}.${hint}`, { suggestions: near });
}
