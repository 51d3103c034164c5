import type { Call } from '../request/call.js';
import type { TransportResponse } from '../transport-response.js';

/** Sends a call, or what is left of the way. */
export type Next = (call: Call) => Promise<TransportResponse>;

/** One concern around sending: it may change the call, send it again, wait, or turn its failure into another. */
export type Policy = (call: Call, next: Next) => Promise<TransportResponse>;

/** Puts policies around a function; the first one is the outermost. */
export function compose(policies: readonly Policy[], send: Next): Next {
  return policies.reduceRight<Next>((next, policy) => (call) => policy(call, next), send);
}
