import { isRecord } from './is-record.js';
import { textOfPage } from './text-of-page.js';

/** What an error body says, whatever its form: the ERP's JSON, an OAuth error, a page of IIS or a proxy, plain text, nothing. */
export interface Fault {
  /** The most telling sentence; `''` where the body says nothing. */
  readonly text: string;
  /** .NET types of the exception and of those inside it, the outer one first. */
  readonly exceptionTypes: readonly string[];
  /** The code of an OAuth error, such as `invalid_grant`. */
  readonly oauthError: string | undefined;
}

const GENERIC = /^an error has occurred\.?$/i;
/** Sentences behind which the cause stands, in an exception inside: they are told where nothing else is said. */
const VAGUE = /^operation failed\.?$|raised at least one error\. please review the errors\.$/i;
const LONGEST = 500;

/** Reads an error body: parsed JSON, a text, or undefined. */
export function faultFromBody(body: unknown): Fault {
  if (typeof body === 'string') return { text: tidy(textOfPage(body)), exceptionTypes: [], oauthError: undefined };
  if (!isRecord(body)) return { text: '', exceptionTypes: [], oauthError: undefined };
  const chain = exceptionChain(body);
  const texts = chain.flatMap((link) => [link['exceptionMessage'], link['message']]);
  const oauthError = typeof body['error'] === 'string' && !('id' in body) ? body['error'] : undefined;
  const inner = isRecord(body['error']) ? body['error']['message'] : body['error']; // OData says { error: { message } }
  const said = [...texts, body['error_description'], body['messageDetail'], inner, odataV3Text(body)].filter(isTelling);
  return {
    text: tidy(said.find((text) => !VAGUE.test(text.trim())) ?? said[0] ?? ''),
    exceptionTypes: chain.flatMap(({ exceptionType }) => (typeof exceptionType === 'string' ? [exceptionType] : [])),
    oauthError,
  };
}

/** OData version 3 says `{ "odata.error": { message: { lang, value } } }`. */
function odataV3Text(body: Record<string, unknown>): unknown {
  const error = body['odata.error'];
  const message = isRecord(error) ? error['message'] : undefined;
  return isRecord(message) ? message['value'] : message;
}

function isTelling(text: unknown): text is string {
  return typeof text === 'string' && text.trim() !== '' && !GENERIC.test(text.trim());
}

function exceptionChain(body: Record<string, unknown>): Record<string, unknown>[] {
  const chain = [body];
  for (let inner = body['innerException']; isRecord(inner) && chain.length < 10; inner = inner['innerException'])
    chain.push(inner);
  return chain;
}

function tidy(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line;
}

/** The outermost exception type, as an option of an error. */
export function exceptionTypeOf({ exceptionTypes }: Fault): { exceptionType?: string } {
  const [exceptionType] = exceptionTypes;
  return exceptionType === undefined ? {} : { exceptionType };
}
