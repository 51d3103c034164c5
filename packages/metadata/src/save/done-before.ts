import { AcumaticaAmbiguousOutcomeError, AcumaticaError, AcumaticaValidationError } from '@acurecord/errors';

/**
 * Reads after a write that the ERP has answered. A failure of the reading must not look like a failure of the write, or
 * somebody would write it again.
 *
 * @throws AcumaticaAmbiguousOutcomeError that says what was done; what the reading found wrong is thrown as it is
 */
export async function doneBefore<R>(write: string, read: () => Promise<R>): Promise<R> {
  try {
    return await read();
  } catch (error) {
    if (AcumaticaValidationError.is(error)) throw error;
    const cause = error instanceof Error ? error : new Error(String(error));
    const { operation, entity, entityId } = AcumaticaError.is(cause) ? cause : {};
    throw new AcumaticaAmbiguousOutcomeError(
      `${write} was done, and what the record is now is not known, since reading it failed: ${cause.message}`,
      {
        ...(operation !== undefined && { operation }),
        ...(entity !== undefined && { entity }),
        ...(entityId !== undefined && { entityId }),
        suggestions: ['Do not do it again; reload() the record.'],
        cause,
      },
    );
  }
}
