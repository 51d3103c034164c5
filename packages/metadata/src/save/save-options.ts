import type { OptionNames } from '@acurecord/errors';
import type { CallOptions, WriteMode } from '../gateway/entity-gateway.js';
import { READ_OPTIONS } from '../shape/read-options.js';
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
}

/** The options of a save. */
export const SAVE_OPTIONS: OptionNames<SaveOptions> = {
  ...READ_OPTIONS,
  mode: true,
  method: true,
  validate: true,
  verify: true,
};
