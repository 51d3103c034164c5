import { customField, field, recordClass, reference } from './record-class.js';

/** A lot of a line: details inside details. */
export const Lot = recordClass('Lot', [field('LotNbr'), field('Qty', 'Decimal')]);

/** A line of an order. */
export const Line = recordClass('Line', [
  field('Item'),
  field('Qty', 'Decimal'),
  field('Price', 'Decimal'),
  customField('Color', 'Transactions', 'UsrColor'),
  reference('details', 'Lots', () => Lot),
]);

/** An address, two links deep. */
export const Address = recordClass('Address', [field('City')]);

/** A contact, which an order links to. */
export const Contact = recordClass('Contact', [
  field('Email'),
  field('Phone'),
  reference('link', 'Address', () => Address),
]);

/** An order with everything a record can have. */
export const Order = recordClass(
  'Order',
  [
    field('OrderType'),
    field('OrderNbr'),
    field('Date', 'DateTime'),
    field('Total', 'Decimal'),
    field('ContactRef', 'Guid'),
    field('valueOf'),
    customField('Priority', 'Document', 'UsrPriority'),
    reference('link', 'Contact', () => Contact),
    reference('details', 'Lines', () => Line),
  ],
  ['OrderType', 'OrderNbr'],
);

/** A record whose keys nobody knows. */
export const Keyless = recordClass('Keyless', [field('Name')]);
