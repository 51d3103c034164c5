import type { Instance } from '../instance.js';
import type { Answer } from '../server/answer.js';
import { serverError } from '../server/error-answers.js';
import type { User } from './user.js';

const licenceText =
  'Error: API Login Limit. The number of concurrent API logins allowed by the license has been reached.';

/** What the per-user ceiling says, at sign-in and in the redirect that a token meets. */
export function userLimitText(user: string, seats: number): string {
  return `Error: The number of concurrent API logins (${seats}) for the ${user} user has been reached.`;
}

/** The answer to one sign-in too many, or `undefined` while a seat is free. */
export function refuseFullHouse(instance: Instance, user: User): Answer | undefined {
  const { sessions, assume } = instance;
  const { seats } = instance.limits;
  const own = user.seats ?? Infinity;
  const ownTaken = sessions.seatsTaken(user.name) >= own;
  if (!ownTaken && sessions.seatsTaken() < seats) return undefined;
  const perUser = ownTaken || assume.seatLimit === 'user';
  const text = perUser ? userLimitText(user.name, Math.min(own, seats)) : licenceText;
  return serverError('PX.Data.PXException', text, { status: assume.seatLimit === '429' ? 429 : 500, origin: 'seats' });
}
