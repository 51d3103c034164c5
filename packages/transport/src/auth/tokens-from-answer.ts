import { AcumaticaServerError } from '@acurecord/errors';
import { isRecord } from '../response/is-record.js';
import type { Tokens } from './token-store.js';

/** Reads the answer of the token endpoint; where it has no new refresh token the one that was used stays. @throws AcumaticaServerError without an access token */
export function tokensFromAnswer(body: unknown, askedAt: number, usedRefreshToken: string | undefined): Tokens {
  const answer = isRecord(body) ? body : {};
  const { access_token: accessToken, expires_in: seconds, refresh_token: given } = answer;
  if (typeof accessToken !== 'string' || accessToken === '')
    throw new AcumaticaServerError('The token endpoint answered without an access token.', {
      operation: 'Token request',
    });
  const refreshToken = typeof given === 'string' && given !== '' ? given : usedRefreshToken;
  const lifeMs = typeof seconds === 'number' && seconds > 0 ? seconds * 1000 : DEFAULT_LIFE_MS;
  return { accessToken, expiresAt: askedAt + lifeMs, ...(refreshToken === undefined ? {} : { refreshToken }) };
}

/** The ERP's tokens live an hour; an answer that does not say so is believed for as long. */
const DEFAULT_LIFE_MS = 3_600_000;
