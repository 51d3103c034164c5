/**
 * JSON that must come back exactly as it was given: a decimal with its scale (`280.000000`), or a member of which nothing
 * is known. A plain number in a decimal field is written as the ERP writes it: at least one digit after the point
 * (`7000` → `7000.0`).
 */
export interface ExactDecimal {
  readonly exact: string;
}

/**
 * What one field holds. Date and time fields hold the wire's own text (`2023-12-14T17:20:45.16+00:00`), guids are
 * lower-case text, `null` (or no entry at all) is the wire's `{}`.
 */
export type FieldValue = string | number | boolean | ExactDecimal | null;

/** A field of the form that is not a member of the contract: its custom type name and its value. */
export interface CustomFieldValue {
  /** `CustomStringField`, `CustomDecimalField`, … */
  readonly type: string;
  readonly value: FieldValue;
}

/** A file attached to a record; its bytes live in the tenant's file cabinet under `id`. */
export interface AttachedFile {
  readonly id: string;
  readonly filename: string;
  readonly comment?: string;
}

/** Custom fields of a record: view → field → value. */
export type CustomFields = ReadonlyMap<string, ReadonlyMap<string, CustomFieldValue>>;

/**
 * One record as the store keeps it: a top-level document, a linked entity or a detail row. What is stored is never
 * changed in place (a generated record is made anew at every look): change a copy and put it in.
 */
export interface StoredRecord {
  /** Lower-case guid. */
  readonly id: string;
  /** `null`: the record has no note row; `''`: it has one without text. */
  readonly note: string | null;
  readonly fields: ReadonlyMap<string, FieldValue>;
  /** Linked entities by member name. */
  readonly links: ReadonlyMap<string, StoredRecord | null>;
  /** Detail rows by member name. */
  readonly details: ReadonlyMap<string, readonly StoredRecord[]>;
  /** `null` when the record has none. */
  readonly custom: CustomFields | null;
  readonly files: readonly AttachedFile[];
  /**
   * Where it comes from: filled in by the simulator, or given by whoever started it. What the forms themselves have made,
   * or an action has changed, has none.
   */
  readonly origin?: 'generated' | 'given';
  /** Archived records are left out of answers unless the request asks for them. */
  readonly archived?: boolean;
  /** Texts in other languages than the company's own, by field and language. */
  readonly translations?: ReadonlyMap<string, ReadonlyMap<string, string | null>>;
  /**
   * What a scan over many records reads of this one, remembered under a name. Only where reading is dear: where a
   * record makes its values anew at every look.
   */
  readonly scan?: (name: string, read: (record: StoredRecord) => FieldValue | undefined) => FieldValue;
}

/** A record in the making: a new one, or the copy of a stored one. */
export interface EditableRecord extends StoredRecord {
  note: string | null;
  readonly fields: Map<string, FieldValue>;
  readonly links: Map<string, EditableRecord | null>;
  readonly details: Map<string, EditableRecord[]>;
  custom: Map<string, Map<string, CustomFieldValue>> | null;
  files: readonly AttachedFile[];
  origin?: 'generated' | 'given';
  archived?: boolean;
  translations?: Map<string, ReadonlyMap<string, string | null>>;
}

const noFiles: readonly AttachedFile[] = Object.freeze([]);

/** Makes a record; whatever is left out is empty. */
export function createRecord(id: string, init: Partial<Omit<EditableRecord, 'id'>> = {}): EditableRecord {
  return {
    id,
    note: null,
    fields: new Map(),
    links: new Map(),
    details: new Map(),
    custom: null,
    files: noFiles,
    ...init,
  };
}
