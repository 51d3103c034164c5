import { identityOf, isIdentified } from '../../src/changes/identity-of.js';
import type { WireRow } from '../../src/wire/wire-row.js';
import { Keyless, Order } from './order-class.js';
import { cells } from './record-class.js';

it.each<[said: string, target: object, row: WireRow, identity: WireRow, isComplete: boolean]>([
  ['by its id alone', Order, { id: 'o1', ...cells({ OrderType: 'SO', OrderNbr: '1' }) }, { id: 'o1' }, true],
  [
    'by its keys',
    Order,
    cells({ OrderType: 'SO', OrderNbr: '1', Total: 1 }),
    cells({ OrderType: 'SO', OrderNbr: '1' }),
    true,
  ],
  ['by the keys it has', Order, cells({ OrderType: 'SO' }), cells({ OrderType: 'SO' }), false],
  ['not by an empty key', Order, cells({ OrderType: 'SO', OrderNbr: '' }), cells({ OrderType: 'SO' }), false],
  ['not by a key of nothing', Order, { OrderType: { value: null }, OrderNbr: {} }, {}, false],
  [
    'not by the number that the form will replace',
    Order,
    cells({ OrderType: 'SO', OrderNbr: '<NEW>' }),
    cells({ OrderType: 'SO' }),
    false,
  ],
  ['not by a key without a cell', Order, { OrderType: 'SO', OrderNbr: '1' }, {}, false],
  ['not by an id that is no text', Order, { id: 5 }, {}, false],
  ['not at all where nobody knows its keys', Keyless, cells({ Name: 'x' }), {}, false],
  ['by its id where nobody knows its keys', Keyless, { id: 'k' }, { id: 'k' }, true],
])('finds a record %s', (_, target, row, identity, isComplete) => {
  expect(identityOf(target, row)).toEqual(identity);
  expect(isIdentified(target, row)).toBe(isComplete);
});
