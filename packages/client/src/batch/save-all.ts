import { AcumaticaConfigError } from '@acurecord/errors';
import { runWithClient } from '@acurecord/metadata';
import type { DeleteOptions, Entity, EntityClient, SaveOptions } from '@acurecord/metadata';
import type { BatchResults } from './batch-results.js';
import type { BatchOptions } from './batch-options.js';
import { runBatch } from './run-batch.js';

/** How several records are saved. */
export interface SaveAllOptions extends BatchOptions {
  /** For each save. */
  readonly save?: SaveOptions;
}

/** How several records are deleted. */
export interface DeleteAllOptions extends BatchOptions {
  /** For each deletion. */
  readonly delete?: DeleteOptions;
}

/** A client, and whether another one is a view of the same session. */
export interface BatchPort {
  readonly client: EntityClient;
  readonly isSameSession: (other: EntityClient) => boolean;
}

/** Saves records side by side; each result says what became of its record. */
export function saveAll<T extends Entity>(
  port: BatchPort,
  records: Iterable<T>,
  { save = {}, ...options }: SaveAllOptions = {},
): Promise<BatchResults<T>> {
  return runBatch(
    callsFor(port, records, (record) => record.save(save)),
    options,
  );
}

/** Deletes records side by side; each result says what became of its record. */
export function deleteAll<T extends Entity>(
  port: BatchPort,
  records: Iterable<T>,
  { delete: deletion = {}, ...options }: DeleteAllOptions = {},
): Promise<BatchResults<T>> {
  return runBatch(
    callsFor(port, records, async (record) => (await record.delete(deletion), record)),
    options,
  );
}

function callsFor<T extends Entity>(
  { client, isSameSession }: BatchPort,
  records: Iterable<T>,
  work: (record: T) => Promise<T>,
): (() => Promise<T>)[] {
  return [...records].map(
    (record) => () =>
      runWithClient(client, async () => {
        if (isSameSession(record.client)) return work(record);
        throw new AcumaticaConfigError('This record belongs to another client; save it through that one.');
      }),
  );
}
