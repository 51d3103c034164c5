import type { ResponseHeaders } from '../transport-response.js';

/** The pause that `Retry-After` asks for, in milliseconds: given in seconds or as a date; undefined where it says neither. */
export function retryAfterMs(headers: ResponseHeaders, now: number): number | undefined {
  const text = headers.get('retry-after')?.trim();
  if (!text) return undefined;
  const ms = /^\d+(\.\d+)?$/.test(text) ? Number(text) * 1000 : Date.parse(text) - now;
  return Number.isFinite(ms) ? Math.max(0, ms) : undefined;
}
