import type { Call } from '../server/call.js';

/** The token in `Authorization: Bearer …`. */
export function bearerToken({ headers }: Call): string | undefined {
  return /^Bearer\s+(\S+)\s*$/i.exec(headers.authorization ?? '')?.[1];
}
