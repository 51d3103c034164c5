import type { WireType } from './wire-type.js';

/** A column of an inquiry. */
export interface ColumnSchema {
  /** `Date` is a day without a time; the others are the types of contract endpoints. */
  readonly type: WireType;
  readonly nullable: boolean;
}

/** A generic inquiry or data access class over OData. Plain data. */
export interface InquirySchema {
  /** Name of the entity set, as it stands in the address. */
  readonly name: string;
  /** Key columns of all tables the inquiry joins; may be empty. */
  readonly keys: readonly string[];
  readonly members: Readonly<Record<string, ColumnSchema>>;
  /** Function to call and its parameters, where the inquiry has parameters. */
  readonly call?: { readonly function: string; readonly parameters: Readonly<Record<string, WireType>> };
}

/** What the `$metadata` of an OData service says. Plain data. */
export interface ODataSchema {
  /** `GenericInquiry` for inquiries. */
  readonly namespace: string;
  /** Inquiries by the name of their entity set, in document order. */
  readonly inquiries: Readonly<Record<string, InquirySchema>>;
}
