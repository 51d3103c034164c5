import type { EntityState, STATE } from './entity-state.js';

/** What everything below `Entity` needs of a record; `Entity` is the only class that has it. */
export interface EntityLike {
  [STATE]: EntityState;
  id: string | undefined;
  rowNumber: number | undefined;
  note: string | null | undefined;
  custom: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly isNew: boolean;
  readonly isDirty: boolean;
  get(name: string): unknown;
  set(name: string, value: unknown): void;
  toJSON(): Record<string, unknown>;
  /** Options as of . */
  save(options?: object): Promise<this>;
}

/** Members of every record that no entity of the endpoint can have. */
export type ReservedName =
  'id' | 'rowNumber' | 'note' | 'error' | 'custom' | 'client' | 'isNew' | 'isDirty' | 'changes' | '~keys' | '~actions';
