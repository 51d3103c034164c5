import { AcumaticaAmbiguousOutcomeError, AcumaticaError } from '@acurecord/errors';
import type { AcumaticaErrorOptions } from '@acurecord/errors';
import type { Call } from '../request/call.js';

const LOOK_FIRST = [
  'Look in the ERP whether it is there, by a field that only this document has, before you send it again.',
];
const SEND_AGAIN = ['Send it again, or read the record: it names its record, so that a second time does no harm.'];

/** A write left, and what came of it, if anything, does not say whether the ERP has done it. */
export function unknownOutcome(call: Call, cause: unknown, attempts: number): AcumaticaAmbiguousOutcomeError {
  const sent = attempts > 1 ? `was sent ${attempts} times` : 'was sent';
  const end = call.repeatability === 'once' ? ' It was not sent again, since that could make a second document.' : '';
  const message = `${call.operation} ${sent}, and the ERP may have done it or not: ${messageOf(cause)}${end}`;
  return ambiguous(call, message, cause, AcumaticaError.is(cause) ? cause : {});
}

/** An insert that was sent again found a record. */
export function foundAgain(call: Call, cause: AcumaticaError): AcumaticaAmbiguousOutcomeError {
  const message = `${call.operation} was sent again after its first answer was lost, and found the record there: the first try may have made it.`;
  return ambiguous({ ...call, repeatability: 'once' }, message, cause, cause);
}

/** Whoever waited for a write gave up after it had left. */
export function abandonedWrite(call: Call, reason: Error): AcumaticaAmbiguousOutcomeError {
  const message = `${call.operation} was on its way when it was given up, and the ERP may have done it or not: ${reason.message}`;
  return ambiguous(call, message, reason, { context: { givenUp: true } });
}

function ambiguous(
  { operation, repeatability, entity, entityId }: Call,
  message: string,
  cause: unknown,
  { status, context }: Pick<AcumaticaErrorOptions, 'status' | 'context'> = {},
): AcumaticaAmbiguousOutcomeError {
  const repeatable = repeatability === 'repeatable';
  return new AcumaticaAmbiguousOutcomeError(message, {
    operation,
    repeatable,
    ...(status === undefined ? {} : { status }),
    ...(context === undefined ? {} : { context }),
    ...(entity === undefined ? {} : { entity }),
    ...(entityId === undefined ? {} : { entityId }),
    suggestions: repeatable ? SEND_AGAIN : LOOK_FIRST,
    cause,
  });
}

function messageOf(cause: unknown): string {
  const { message } = (cause ?? {}) as { readonly message?: unknown };
  return typeof message === 'string' ? message : String(cause);
}
