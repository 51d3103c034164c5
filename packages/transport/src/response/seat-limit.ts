import { AcumaticaSeatLimitError } from '@acurecord/errors';
import { isRecord } from './is-record.js';
import type { Answer } from './answer.js';

const SEAT_TEXT = /api login limit|concurrent api (logins?|users?|sessions?)/i;

/** Whether an answer says that all API seats are taken: a 500 or 302 with that text, or a 429 to the sign-in. */
export function isSeatLimit({ status, fault, body, isSignIn, isTokenRequest }: Answer): boolean {
  const stack = isRecord(body) ? body['stackTrace'] : undefined;
  const byStack = typeof stack === 'string' && stack.includes('CheckApiUsersLimits');
  return SEAT_TEXT.test(fault.text) || byStack || (status === 429 && isSignIn && !isTokenRequest);
}

/** The error for it, with the number of seats where the text names it. */
export function seatLimitError({ fault, facts, say }: Answer): AcumaticaSeatLimitError {
  const [, limit] = /(?:limit|number)\D{0,60}?\((\d+)\)|limit (?:of|is) (\d+)/i.exec(fault.text)?.filter(Boolean) ?? [];
  return new AcumaticaSeatLimitError(say(), {
    ...facts,
    ...(limit === undefined ? {} : { limit: Number(limit) }),
    suggestions: SEAT_ADVICE,
  });
}

/** What helps when no seat is free. */
export const SEAT_ADVICE: readonly string[] = [
  'Close other clients; a forgotten session frees its seat some ten minutes after its last call.',
  'Wait for a seat with seatWaitMs, or share one client.',
];
