import { freeRows } from '../demo/entity-rules.js';
import type { EntityRules, RowRules, RuleWorld } from '../demo/entity-rules.js';
import type { RecordErrors } from '../reading/render-record.js';
import type { RowId } from '../reading/row-ids.js';
import type { EntityModel, SimulatorSchema } from '../schema/schema-model.js';
import { ownValue } from '../store/own-value.js';
import type { EditableRecord } from '../store/stored-record.js';

/** A record being written: a copy that becomes the record if nothing is wrong with it. */
export interface Draft {
  readonly record: EditableRecord;
  /** No such record before. */
  readonly isNew: boolean;
  readonly entity: EntityModel;
  readonly schema: SimulatorSchema;
  readonly rules: EntityRules;
  readonly world: RuleWorld;
  readonly errors: RecordErrors;
  /** Whether anything differs from the stored record. */
  changed: boolean;
  /** Whether bodies may spell members in any case. */
  readonly anyCase: boolean;
  /** Whether texts that are longer than their columns are refused. */
  readonly refusesLong: boolean;
  /** Of the server's zone. */
  readonly offset: string;
  /** Whether rows without id are matched by what identifies them on the form. */
  readonly rowsByKey: boolean;
  /** Of the company, its own first. */
  readonly languages: readonly string[];
  /** The ids by which the caller knows rows. */
  readonly rowId: RowId;
}

/** One level of a draft: the document itself, a linked entity or a row. */
export interface DraftLevel {
  readonly record: EditableRecord;
  readonly entity: EntityModel;
  readonly rules: RowRules;
  readonly errors: RecordErrors;
  readonly isNew: boolean;
  /** Key fields of an existing document stay as they are. */
  readonly frozen: readonly string[];
}

/** No errors yet. */
export function noErrors(): RecordErrors {
  return { fields: new Map(), links: new Map(), rows: new Map() };
}

/** Whether anything is wrong at this level or below. */
export function hasErrors({ error, fields, links, rows }: RecordErrors): boolean {
  return error !== undefined || fields.size > 0 || [...links.values(), ...rows.values()].some(hasErrors);
}

/** The rules of a collection's rows; names come from documents, so that `constructor` is a name like any other. */
export function rowRulesOf({ rows }: EntityRules, collection: string): RowRules {
  return ownValue(rows, collection) ?? freeRows;
}
