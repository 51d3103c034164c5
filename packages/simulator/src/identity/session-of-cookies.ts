import type { Instance } from '../instance.js';
import type { Call } from '../server/call.js';
import { readRequestCookies } from './session-cookies.js';
import type { Session } from './session.js';

/** The live session the request's cookies stand for; tickets that were renewed meanwhile are as good as the newest. */
export function sessionOf(instance: Instance, call: Call): Session | undefined {
  const header = call.headers.cookie;
  if (header === undefined) return undefined;
  const cookies = readRequestCookies(header);
  const id = cookies.get('ASP.NET_SessionId');
  const session = id === undefined ? undefined : instance.sessions.touch(id);
  return session !== undefined && instance.sessions.takes(session, cookies.get('.ASPXAUTH')) ? session : undefined;
}
