import { keyTexts } from '../changes/identity-of.js';
import type { EntityClient } from '../gateway/entity-client.js';
import type { WriteMode } from '../gateway/entity-gateway.js';
import { knowledgeOf } from '../gateway/form-knowledge.js';
import { entityMetadata } from '../model/entity-metadata.js';
import type { WireRow } from '../wire/wire-row.js';

/** How a row is written. */
export interface WriteManner {
  readonly mode: WriteMode;
  readonly method: 'PUT' | 'PATCH';
  readonly addsRows: boolean;
  /** The caller's word that sending it twice does no harm. */
  readonly idempotent: boolean | undefined;
}

/**
 * Whether sending a row twice leaves the ERP as sending it once would. Keys of the caller's identify a record only where the
 * form is known to keep them, since one that numbers its records replaces them; an insert that is repeated then meets 412.
 */
export function isRepeatable(target: object, client: EntityClient, row: WireRow, manner: WriteManner): boolean {
  const { mode, method, addsRows, idempotent } = manner;
  const isKept = keptKeys(target, client, row) !== undefined;
  if (mode === 'insertOnly' && isKept) return true;
  if (addsRows || idempotent === false) return false;
  if (idempotent === true) return true;
  if (mode === 'insertOnly') return false;
  return typeof row.id === 'string' || mode === 'updateOnly' || method === 'PATCH' || isKept;
}

/** The keys of a row, where its form is known to keep them. */
export function keptKeys(target: object, client: EntityClient, row: WireRow): readonly string[] | undefined {
  const keys = keyTexts(target, row);
  if (keys === undefined) return undefined;
  const { name, numbering } = entityMetadata(target);
  return numbering === 'manual' || knowledgeOf(client).keeps(name, keys) ? keys : undefined;
}
