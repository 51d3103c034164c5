import {
  AcumaticaAmbiguousOutcomeError,
  AcumaticaConcurrencyError,
  AcumaticaError,
  AcumaticaQueryError,
} from '@acurecord/errors';
import { rebaseRow } from '../changes/rebase-row.js';
import type { EntityClient } from '../gateway/entity-client.js';
import type { EntityClass } from '../record/entity-class.js';
import type { EntityLike as Entity } from '../record/entity-like.js';
import { STATE } from '../record/entity-state.js';
import { clientOf } from '../session/client-of.js';
import type { WireRow } from '../wire/wire-row.js';
import { Anchor } from './anchor.js';
import { readRecord } from './find-written.js';
import { prepare, saveNow } from './save-now.js';
import type { SaveOptions } from './save-options.js';

const TIMEOUT_MS = 60_000;
const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 5_000;
/** A second insert needs proof that the first one is not there; a third one would need more. */
const MOST_INSERTS = 2;

/**
 * Inserts a record that its anchor tells from all others. Asks first, and gives the document that is there already. After an
 * ambiguous outcome it asks again until `settleMs` is over, since an ERP can commit after a gateway has given up; it inserts
 * a second time only where the filter is known to find what is there.
 */
export async function saveAnchored(
  record: Entity,
  { anchor: given, settleMs, ...options }: SaveOptions,
): Promise<void> {
  if (options.mode !== undefined && options.mode !== 'insertOnly')
    throw new AcumaticaQueryError(`An anchor belongs to a record that is inserted, not to the mode ${options.mode}.`);
  const client = clientOf(record);
  const anchor = new Anchor(record, client, given, options);
  const sent = record[STATE].snapshot();
  const takeOver = (row: WireRow): void => {
    const { row: now, base } = rebaseRow(record.constructor, sent, record[STATE].row, row);
    record[STATE].client = client;
    record[STATE].reset(now, base);
  };
  await prepare(record, client, options);
  const before = await anchor.find();
  if (before) return takeOver(before);
  for (let inserts = 1; ; inserts += 1) {
    const doubt = await insertOnce(record, options);
    if (doubt === undefined) return anchor.prove(record.id);
    const mayAsk = !client.closed && doubt.context['givenUp'] !== true;
    const until = performance.now() + (settleMs ?? options.timeoutMs ?? client.timeoutMs ?? TIMEOUT_MS);
    const found = mayAsk ? await settled(anchor, until, options.signal) : 'unknown';
    if (typeof found === 'object') return takeOver(found);
    if (found === 'unknown' || inserts === MOST_INSERTS || !anchor.isProven)
      throw doubt.searchedBy(searchBy(anchor, record.constructor as EntityClass, client));
  }
}

/** The doubt that an insert leaves; undefined where there is none. @throws whatever is no doubt about a new record */
async function insertOnce(record: Entity, options: SaveOptions): Promise<AcumaticaAmbiguousOutcomeError | undefined> {
  try {
    await saveNow(record, { ...options, mode: 'insertOnly' });
    return undefined;
  } catch (error) {
    if (AcumaticaAmbiguousOutcomeError.is(error) && record.isNew) return error;
    throw error;
  }
}

/** Asks until the time is over: the document, `missing` after a last empty answer, `unknown` where nobody can be asked. */
async function settled(
  anchor: Anchor,
  until: number,
  signal: AbortSignal | undefined,
): Promise<WireRow | 'missing' | 'unknown'> {
  for (let pauseMs = FIRST_PAUSE_MS; ; pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS)) {
    const isLast = performance.now() >= until;
    const found = await anchor.find().catch((error: unknown) => {
      if (AcumaticaConcurrencyError.is(error)) throw error;
      return mayPass(error) ? ('unknown' as const) : ('never' as const);
    });
    if (typeof found === 'object') return found;
    if (found === 'never') return 'unknown';
    if (isLast) return found ?? 'missing';
    await pause(Math.min(pauseMs, Math.max(0, until - performance.now())), signal);
    if (signal?.aborted === true) return 'unknown';
  }
}

/** A question that was lost or refused for now can be asked again; one that its caller gave up cannot. */
function mayPass(error: unknown): boolean {
  return AcumaticaError.is(error) && (error.status !== undefined || error.context['sent'] !== undefined);
}

function pause(ms: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve) => {
    const end = (): void => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, ms);
    signal?.addEventListener('abort', end, { once: true });
  });
}

function searchBy(anchor: Anchor, target: EntityClass, client: EntityClient): () => Promise<Entity | undefined> {
  return async () => {
    const row = await anchor.find();
    return row && readRecord({ target, client }, row);
  };
}
