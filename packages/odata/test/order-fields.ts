import { AcumaticaQueryError } from '@acurecord/errors';
import { createFields } from '@acurecord/odata';
import type { Fields, MemberDescription, KnownWireType } from '@acurecord/odata';

interface Address {
  City: string | null;
  Line: string | null;
}

interface Contact {
  Email: string | null;
  Since: Date | null;
  Address: Address;
}

interface Allocation {
  LotNbr: string | null;
  Qty: number | null;
}

interface Line {
  InventoryID: string | null;
  OrderQty: number | null;
  Allocations: Iterable<Allocation>;
}

/** A sales order, small but with a field of every type. */
export interface Order {
  id: string | undefined;
  OrderNbr: string | null;
  Description: string | null;
  Status: 'Open' | 'Hold' | 'Completed' | null;
  Approved: boolean | null;
  Priority: number | null;
  Lines: number | null;
  OrderTotal: number | null;
  Weight: number | null;
  Date: Date | null;
  LastModified: Date | null;
  Day: Date | null;
  NoteID: string | null;
  UsrRegion: string | null;
  UsrScore: number | null;
  MainContact: Contact;
  Details: Iterable<Line>;
}

const members: Readonly<Record<string, KnownWireType | 'Link' | 'Details'>> = {
  id: 'Guid',
  OrderNbr: 'String',
  Description: 'String',
  Status: 'String',
  Approved: 'Boolean',
  Priority: 'Short',
  Lines: 'Int',
  OrderTotal: 'Decimal',
  Weight: 'Double',
  Date: 'DateTime',
  LastModified: 'DateTime',
  Day: 'Date',
  NoteID: 'Guid',
  MainContact: 'Link',
  'MainContact/Email': 'String',
  'MainContact/Since': 'DateTime',
  'MainContact/Address': 'Link',
  'MainContact/Address/City': 'String',
  'MainContact/Address/Line': 'String',
  Details: 'Details',
  'Details/InventoryID': 'String',
  'Details/OrderQty': 'Decimal',
  'Details/Allocations': 'Details',
  'Details/Allocations/LotNbr': 'String',
  'Details/Allocations/Qty': 'Decimal',
};

const custom: Readonly<Record<string, MemberDescription>> = {
  UsrRegion: { type: 'String', custom: { view: 'Document', field: 'UsrRegion', type: 'String' } },
  UsrScore: { type: 'Decimal', custom: { view: 'CurrentDocument', field: 'UsrScore', type: 'Decimal' } },
};

/** Looks members of {@link Order} up, as a schema would. */
export function describeOrder(path: readonly string[]): MemberDescription {
  const name = path.join('/');
  const type = members[name];
  const description = custom[name] ?? (type && { type });
  if (description) return description;
  throw new AcumaticaQueryError(`SalesOrder has no ${name}.`);
}

/** The fields of an order for contract endpoints. */
export const c: Fields<Order> = createFields<Order>(describeOrder);

/** The fields of an order for OData v4. */
export const v: Fields<Order, 'odataV4'> = createFields<Order, 'odataV4'>(describeOrder);
