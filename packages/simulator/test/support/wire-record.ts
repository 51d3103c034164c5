import type { RawAnswer } from './raw-request.js';
import { wired } from './signed-in.js';
import type { Caller } from './signed-in.js';

/** A record as the wire has it: values in wrappers. */
export type WireRecord = Record<string, { value?: unknown }>;

/** The record of an answer. */
export const values = (answer: RawAnswer): WireRecord => answer.json as WireRecord;

/** The records of the answer to a list. */
export const rowsOf = (answer: RawAnswer): WireRecord[] => answer.json as WireRecord[];

export const idOf = (record: Record<string, unknown>): string => record['id'] as string;

/** Writes a sales order with one line and answers it with its lines. */
export const newOrder = async (caller: Caller): Promise<WireRecord> =>
  values(
    await caller.put('SalesOrder?$expand=Details', {
      ...wired({ CustomerID: 'ABARTENDE' }),
      Details: [wired({ InventoryID: 'BTBLENDER', OrderQty: 2 })],
    }),
  );
