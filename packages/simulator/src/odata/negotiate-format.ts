import Negotiator from 'negotiator';
import type { Call } from '../server/call.js';
import { odataError } from './odata-error.js';

/** The media types a caller of version 3 takes, the dearest first; `$format` wins over the header. */
function acceptedTypes({ headers, query }: Call): { readonly asked: string; readonly types: readonly string[] } {
  const format = query.get('$format');
  const asked = (format === 'json' ? 'application/json' : format) ?? headers.accept ?? '*/*';
  return { asked, types: new Negotiator({ headers: { accept: asked } }).mediaTypes() };
}

/** OData version 3 has Atom and a verbose JSON besides, which are not spoken here. @throws ODataFault 415 */
export function requireJson(call: Call): void {
  const { asked, types } = acceptedTypes(call);
  const isJson = types.some((type) => type === 'application/json' || type.endsWith('/*'));
  if (isJson && !/odata=verbose/i.test(asked)) return;
  throw odataError('A supported MIME type could not be found that matches the acceptable MIME types.', 415);
}

/** Whether the list of sets goes out as Atom, which it does unless JSON is asked for. */
export function prefersAtom(call: Call): boolean {
  return !acceptedTypes(call).types.includes('application/json');
}
