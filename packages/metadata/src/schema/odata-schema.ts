import type { WireType } from '../wire/wire-type.js';

/** A column of an inquiry. */
export interface ColumnSchema {
  /** `Date` is a day without a time; the others are the types of contract endpoints. */
  readonly type: WireType;
  readonly nullable: boolean;
  /** Set for a point in time that the service keeps without a zone, as `Edm.DateTime` of OData v3; it is read as UTC. */
  readonly zoneless?: true;
  /** Set for a field that is not in the database: the service refuses it in `$filter` and `$select`. */
  readonly unbound?: true;
}

/** A way from the rows of one table to those of another. */
export interface NavigationSchema {
  /** Type of the rows it leads to, such as `PX.Objects.SO.SOLine`. */
  readonly type: string;
  /** Whether it leads to any number of rows, and not to one. */
  readonly collection: boolean;
}

/** The function by which an inquiry takes its parameters. */
export interface InquiryFunction {
  readonly function: string;
  readonly parameters: Readonly<Record<string, WireType>>;
  /** Those of the parameters that are points in time without a zone. */
  readonly zoneless?: readonly string[];
}

/** A generic inquiry or data access class over OData. Plain data. */
export interface InquirySchema {
  /** Name of the entity set, as it stands in the address. */
  readonly name: string;
  /** Version of OData that the service speaks: 3 at the address that inquiries had before 2024 R2. @default 4 */
  readonly odataVersion?: 3;
  /** Key columns of all tables the inquiry joins; may be empty. */
  readonly keys: readonly string[];
  readonly members: Readonly<Record<string, ColumnSchema>>;
  /** Type of the rows, where rows lead to others: `PX.Objects.SO.SOOrder`. */
  readonly type?: string;
  /** Ways to the rows of other tables, by name; data access classes have them. */
  readonly navigation?: Readonly<Record<string, NavigationSchema>>;
  /** Function to call and its parameters, where the inquiry has parameters. */
  readonly call?: InquiryFunction;
}

/** What the `$metadata` of an OData service says. Plain data. */
export interface ODataSchema {
  /** `GenericInquiry` for inquiries. */
  readonly namespace: string;
  /** Inquiries by the name of their entity set, in document order. */
  readonly inquiries: Readonly<Record<string, InquirySchema>>;
}
