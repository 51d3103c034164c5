import { AcumaticaAmbiguousOutcomeError } from '@acurecord/errors';
import type { TransportResponse } from '../transport-response.js';

/**
 * The answer to an upload: the ERP says 204, and what has been made is 201 elsewhere.
 *
 * @throws AcumaticaAmbiguousOutcomeError for any other answer: whoever gave it, it does not say that the file is there
 */
export function storedFile(response: TransportResponse, path: string): TransportResponse {
  const { status } = response;
  if (status === 204 || status === 201) return response;
  const operation = `PUT ${path.split('?', 1)[0] ?? ''}`;
  throw new AcumaticaAmbiguousOutcomeError(
    `${operation} was answered with ${status}, which does not say that the file is stored.`,
    { status, operation, suggestions: ['Look at the files of the record before you send it again.'] },
  );
}
