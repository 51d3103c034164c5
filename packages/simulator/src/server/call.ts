import type { IncomingHttpHeaders } from 'node:http';
import type { Session } from '../identity/session.js';

/** One request as handlers see it: its target taken apart, its body read. */
export interface Call {
  readonly method: string;
  /** Path below the site prefix, still percent-encoded: `/entity/Default/24.200.001/Customer`. */
  readonly path: string;
  /** The path's parts, decoded: `['entity', 'Default', '24.200.001', 'Customer']`. */
  readonly segments: readonly string[];
  /** The query without its question mark, still encoded. */
  readonly search: string;
  /** Query options by lower-case name; the last of several wins. */
  readonly query: ReadonlyMap<string, string>;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
  /** Set once the caller is known. */
  session?: Session;
  /** Set when this request has opened the session, whose cookies the answer then carries. */
  newSession?: boolean;
}

/** A request target that is not valid percent-encoding. */
export class MalformedTarget extends Error {}

const decode = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch (cause) {
    throw new MalformedTarget('not valid percent-encoding', { cause });
  }
};

/** Takes the query apart; `+` is a blank, as ASP.NET reads it. */
function readQuery(search: string): Map<string, string> {
  const query = new Map<string, string>();
  if (search === '') return query;
  for (const pair of search.split('&')) {
    const [name = '', ...value] = pair.split('=');
    query.set(decode(name.replaceAll('+', ' ')).toLowerCase(), decode(value.join('=').replaceAll('+', ' ')));
  }
  return query;
}

/** Reads a request target. @throws MalformedTarget for broken percent-encoding. */
export function readTarget(target: string): Pick<Call, 'path' | 'segments' | 'search' | 'query'> {
  const absolute = /^https?:\/\/[^/?]*/i.exec(target);
  const relative = absolute === null ? target : target.slice(absolute[0].length);
  const mark = relative.indexOf('?');
  // The web server takes several slashes in a row for one: addresses are often put together with one too many.
  const path = (mark < 0 ? relative : relative.slice(0, mark)).replace(/\/{2,}/g, '/');
  const search = mark < 0 ? '' : relative.slice(mark + 1);
  const segments = path.split('/').slice(1).map(decode);
  while (segments.at(-1) === '') segments.pop();
  return { path, segments, search, query: readQuery(search) };
}
