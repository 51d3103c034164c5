import type { OptionNames } from '@acurecord/errors';
import type { ExpandPath, SelectPath, TranslationsPath } from './member-path.js';
import { CALL_OPTIONS } from '../gateway/entity-gateway.js';
import type { CallOptions } from '../gateway/entity-gateway.js';

/** Which parts of a record are read. */
export interface ReadShape<T> {
  /**
   * Links and details to read too, `Details/Allocations` or `MainContact.Address`, and `Translations`; nothing is expanded
   * by itself.
   */
  readonly expand?: readonly (ExpandPath<T> | TranslationsPath)[];
  /** Fields to read. @default all fields of the contract */
  readonly select?: readonly SelectPath<T>[];
  /** Fields outside the contract: `Document.UsrPriority`, in details `Details/Transactions.UsrColor`. */
  readonly custom?: readonly string[];
}

/** How records are read. */
export interface ReadOptions<T = unknown> extends ReadShape<T>, CallOptions {}

/** The options of a read. */
export const READ_OPTIONS: OptionNames<ReadOptions> = { ...CALL_OPTIONS, expand: true, select: true, custom: true };

/** The part of the options that is no shape. */
export function callOptionsOf(options: CallOptions): CallOptions {
  const { signal, timeoutMs, priority, branch, businessDate, archived, deleted, apiVersion } = options;
  const given = { signal, timeoutMs, priority, branch, businessDate, archived, deleted, apiVersion };
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
}
