import type { IncomingMessage } from 'node:http';
import type { Call } from './call.js';
import { MalformedTarget, readTarget } from './call.js';

/** A stand-in for a request whose address cannot be read. */
export function emptyCall(request: IncomingMessage): Call {
  const target = { path: '/', segments: [], search: '', query: new Map<string, string>() };
  return { method: request.method ?? 'GET', ...target, headers: request.headers, body: Buffer.alloc(0) };
}

/** The request below the site's folder; `undefined` when its address is not one. */
export function readCall(request: IncomingMessage, site: string, body: Buffer = Buffer.alloc(0)): Call | undefined {
  const { method = 'GET', headers } = request;
  let target;
  try {
    target = readTarget(request.url ?? '/');
  } catch (error) {
    if (error instanceof MalformedTarget) return undefined;
    throw error;
  }
  const below = target.path.toLowerCase().startsWith(`${site.toLowerCase()}/`);
  const depth = site.split('/').length - 1;
  const path = below ? target.path.slice(site.length) : target.path;
  const segments = below ? target.segments.slice(depth) : ['/outside'];
  return { method, ...target, path, segments, headers, body };
}
