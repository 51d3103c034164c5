import type { OptionNames } from '@acurecord/errors';
import type { ConditionInput } from '@acurecord/odata';
import type { CallOptions, WriteMode } from '../gateway/entity-gateway.js';
import { READ_OPTIONS } from '../shape/read-options.js';
import type { SelectPath } from '../shape/member-path.js';
import type { ReadShape } from '../shape/read-options.js';

/** How a record is saved, and what of it comes back. */
export interface SaveOptions<T = unknown> extends CallOptions, ReadShape<T> {
  /** @default updateOnly for a record that was read, insertOnly for a copy of one with rows, upsert for any other new one */
  readonly mode?: WriteMode;
  /** PATCH writes unchanged values too; servers have it since 2025 R1. @default PUT */
  readonly method?: 'PUT' | 'PATCH';
  /**
   * Whether the rules of the class are checked before anything is sent. `strict` refuses also texts that are longer than
   * the vendor's columns are; those of a tenant may be wider. @default the client's, which is true
   */
  readonly validate?: boolean | 'strict';
  /** Reads the record again and compares, since a server may answer 200 and keep the old value. @default false */
  readonly verify?: boolean;
  /**
   * Your word whether sending it twice leaves the ERP as sending it once would; added rows are never sent twice, whatever it
   * says. @default true for a record with an id, for updates, and for keys that the form is known to keep
   */
  readonly idempotent?: boolean;
  /**
   * What only this document has: a field that was set, or a condition. A new record is then looked for before it is inserted,
   * and after an ambiguous outcome, so that it is made once however often you call this. Costs two reads.
   */
  readonly anchor?: SelectPath<T> | ConditionInput<T>;
  /** How long an anchored record is looked for after an ambiguous outcome. @default the time limit of a request */
  readonly settleMs?: number;
}

/** The options of a save. */
export const SAVE_OPTIONS: OptionNames<SaveOptions> = {
  ...READ_OPTIONS,
  mode: true,
  method: true,
  validate: true,
  verify: true,
  idempotent: true,
  anchor: true,
  settleMs: true,
};
