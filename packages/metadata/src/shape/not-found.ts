import { AcumaticaNotFoundError, didYouMean, nearestNames } from '@acurecord/errors';
import { entityMetadata } from '../model/entity-metadata.js';
import type { CallOptions } from '../gateway/entity-gateway.js';
import type { EntityClient } from '../gateway/entity-client.js';
import type { RecordPlace } from '../record/record-address.js';

/** What was asked for when something was not there. */
export interface Sought {
  /** The entity class. */
  readonly target: object;
  readonly client: EntityClient;
  readonly options?: CallOptions;
  /** The record, where one was named. */
  readonly place?: RecordPlace | undefined;
  /** The action, with the ones that are known. */
  readonly action?: { readonly name: string; readonly known: readonly string[] };
}

/**
 * What to throw in place of an error: where a record is missing, one that names its keys; where the endpoint has no such
 * entity or action, one with near names. Any other error is given back as it is.
 */
export function explainedNotFound(error: unknown, sought: Sought): unknown {
  if (!AcumaticaNotFoundError.is(error)) return error;
  if (sought.place !== undefined && meansRecord(error, sought))
    return missingRecord(sought.target, sought.place, error);
  return error.status === 404 ? unknownName(error, sought) : error;
}

const missing = new WeakSet<Error>();

/** Whether an explained error says that a record is not there, rather than its endpoint, entity or action. */
export function isMissingRecord(error: unknown): error is AcumaticaNotFoundError {
  return error instanceof Error && missing.has(error);
}

/**
 * The server says 500 for a missing record and 404 for an unknown entity; where its document has the entity, a 404 must
 * mean the record too.
 */
function meansRecord({ status, message }: AcumaticaNotFoundError, { target, client, options }: Sought): boolean {
  if (status !== 404 || /record cannot be found|no entity satisfies/i.test(message)) return true;
  const { entities = {} } = client.schema ?? {};
  return options?.apiVersion === undefined && Object.hasOwn(entities, entityMetadata(target).name);
}

/** The error for a record that is not there. */
export function missingRecord(
  target: object,
  place: RecordPlace,
  cause?: AcumaticaNotFoundError,
): AcumaticaNotFoundError {
  const { name, keys } = entityMetadata(target);
  const texts = 'named' in place ? [...place.named.values()] : 'keys' in place ? place.keys : [place.id];
  const values = texts.map((text) => JSON.stringify(text));
  const known = 'id' in place ? ['id'] : keys?.length === texts.length ? keys : undefined;
  const asked = known?.map((key, index) => `${key} ${String(values[index])}`) ?? values;
  const error = new AcumaticaNotFoundError(`There is no ${name} with ${asked.join(' and ')}.`, {
    entity: name,
    entityId: texts.join('/'),
    suggestions: 'id' in place ? [] : texts.flatMap(keyAdvice),
    ...(cause?.status !== undefined && { status: cause.status }),
    ...(cause?.operation !== undefined && { operation: cause.operation }),
    ...(cause !== undefined && { cause }),
  });
  missing.add(error);
  return error;
}

/** What can be seen of a key without asking anybody. */
function keyAdvice(key: string): string[] {
  if (key !== key.trim()) return [`Take the blanks off ${JSON.stringify(key)}.`];
  const isShortNumber = /^[1-9]\d{0,4}$/.test(key);
  return isShortNumber
    ? [`Write ${key} as the form shows it, with its zeros at the front, such as '${key.padStart(6, '0')}'.`]
    : [];
}

function unknownName(error: AcumaticaNotFoundError, { target, client, action }: Sought): AcumaticaNotFoundError {
  const { name } = entityMetadata(target);
  const entities = Object.keys(client.schema?.entities ?? {});
  const isAction = action !== undefined && (entities.length === 0 || entities.includes(name));
  const [wrong, known] = isAction ? [action.name, action.known] : [name, entities];
  const near = nearestNames(wrong, known).filter((other) => other !== wrong);
  if (near.length === 0) return error;
  return new AcumaticaNotFoundError(`${error.message}${didYouMean(near)}`, {
    entity: name,
    suggestions: near.map((other) => `Write ${other} instead of ${wrong}.`),
    context: error.context,
    status: 404,
    ...(error.operation !== undefined && { operation: error.operation }),
    cause: error,
  });
}
