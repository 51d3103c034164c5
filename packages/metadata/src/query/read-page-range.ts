import { AcumaticaCannotOptimizeError } from '@acurecord/errors';
import { entityMetadata } from '../model/entity-metadata.js';
import { explainedNotFound } from '../shape/not-found.js';
import { rowAddress } from '../record/record-address.js';
import type { CallOptions, ListRequest } from '../gateway/entity-gateway.js';
import type { EntityClient } from '../gateway/entity-client.js';
import type { WireRow } from '../wire/wire-row.js';
import { shapeParams } from '../shape/shape-params.js';
import { planParams } from './query-plan.js';
import type { PageRange, QueryPlan } from './query-plan.js';
import type { QuerySource } from './query-source.js';

/** Records read at the same time where a list has to be read one by one; the rate limit holds all the same. */
const AT_ONCE = 4;

/** One range of a result: one list request, or one request a record where the list is refused and that is wanted. */
export async function readPageRange(
  source: QuerySource,
  range: PageRange,
  stop: AbortSignal,
): Promise<readonly WireRow[]> {
  const { target, client, plan } = source;
  const entity = entityMetadata(target).name;
  const options = stoppable(plan.options, stop);
  const request = { entity, params: planParams(target, plan, range, client), options };
  try {
    return await client.gateway.list({ ...request, ...behaviourOf(plan) });
  } catch (error) {
    if (!AcumaticaCannotOptimizeError.is(error)) throw explainedNotFound(error, { target, client });
    if (plan.fallback === 'each') return readEach(source, range, options);
    if (plan.fallback !== 'server' || refused.has(plan)) throw withWayOut(entity, error, client);
    refused.add(plan);
    return client.gateway.list({ ...request, ...behaviourOf(plan) });
  }
}

/** Plans whose list was refused once: their further pages need not be refused too. */
const refused = new WeakSet<QueryPlan>();

function behaviourOf(plan: QueryPlan): Pick<ListRequest, 'optimization'> {
  if (plan.fallback === 'fail') return { optimization: 'required' };
  return plan.fallback === 'server' && refused.has(plan) ? { optimization: 'off' } : {};
}

async function readEach(
  { target, client, plan }: QuerySource,
  range: PageRange,
  options: CallOptions,
): Promise<WireRow[]> {
  const { name: entity, keys, members } = entityMetadata(target);
  const narrow =
    keys ??
    Object.keys(members)
      .filter((name) => members[name]?.kind === 'field')
      .slice(0, 1);
  const keyPlan = { ...plan, select: narrow, expand: [], custom: [] };
  const listed = await client.gateway.list({
    entity,
    params: planParams(target, keyPlan, range, client),
    options,
  });
  const params = shapeParams(target, plan, client);
  const rows: WireRow[] = [];
  for (let start = 0; start < listed.length; start += AT_ONCE) {
    const addresses = listed.slice(start, start + AT_ONCE).map((row) => rowAddress(target, row));
    const reads = addresses.map((address) => client.gateway.get({ entity, address, params, options }));
    rows.push(...(await Promise.all(reads)));
  }
  return rows;
}

function withWayOut(
  entity: string,
  error: AcumaticaCannotOptimizeError,
  { schema }: EntityClient,
): AcumaticaCannotOptimizeError {
  const fields = error.fields.length === 0 ? 'some of its fields' : error.fields.join(', ');
  const isInquiry = schema?.entities[entity]?.use === 'inquiry';
  const message = isInquiry
    ? `${entity} is an inquiry, which the server does not list. Run it: ${entity}.run({ … }) gives it with all its rows.`
    : `The server cannot list ${entity} with ${fields}. Select other fields, or add .fallback('each') to read the ` +
      "records one by one, .fallback('server') to let the server do so.";
  return new AcumaticaCannotOptimizeError(message, {
    fields: error.fields,
    entity,
    ...(error.status === undefined ? {} : { status: error.status }),
    ...(error.operation === undefined ? {} : { operation: error.operation }),
    suggestions: isInquiry ? [] : [`Leave ${fields} out with select().`, `Add .fallback('each') to the query.`],
    cause: error,
  });
}

function stoppable(options: CallOptions, stop: AbortSignal): CallOptions {
  return { ...options, signal: options.signal === undefined ? stop : AbortSignal.any([options.signal, stop]) };
}
