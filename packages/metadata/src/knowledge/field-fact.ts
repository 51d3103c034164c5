import type { FactSource } from './fact-table.js';

/** What is known of a field besides what endpoint documents say. */
export interface FieldFact {
  /** The name that people read on the form. */
  readonly label?: string;
  /** Type of the database column, such as `nvarchar(256)`. */
  readonly sqlType?: string;
  /**
   * Characters that the field holds. Known for texts only: a short column of codes says nothing about the labels that are
   * sent for them. A tenant's columns may be wider.
   */
  readonly maxLength?: number;
  /** Data access class behind the field, such as `PX.Objects.AR.Customer`. */
  readonly dataClass?: string;
  /** The field's name in that class. */
  readonly dataField?: string;
  readonly source: FactSource;
}

/** What is known of the fields of an entity. */
export interface EntityFacts {
  /** Id of the form, such as `AR303000`. */
  readonly screenId?: string;
  readonly fields: Readonly<Record<string, FieldFact>>;
}

/** Facts of the program's own, which win: by entity and field; `maxLength: Infinity` lifts a limit. */
export type FieldFactOverrides = Readonly<Record<string, Readonly<Record<string, Partial<Omit<FieldFact, 'source'>>>>>>;
