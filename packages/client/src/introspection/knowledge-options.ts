import type { FieldFactOverrides } from '@acurecord/metadata';

/** What a program knows of its endpoint's fields. */
export interface KnowledgeOptions {
  /** The vendor's endpoint that this one is made of, such as `Default`. @default the endpoint's own name */
  readonly like?: string;
  /** Facts of the tenant's own, which win: `{ Customer: { CustomerName: { maxLength: 400 } } }`. */
  readonly fields?: FieldFactOverrides;
}
