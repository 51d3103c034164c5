import { changedParts, insertsRows } from '../../src/changes/changed-parts.js';
import type { WireRow } from '../../src/wire/wire-row.js';
import { Order } from './order-class.js';
import { cells } from './record-class.js';

it('names the links, details and fields outside the contract that a body touches', () => {
  const body = {
    ...cells({ Total: 1, Nothing: 2 }),
    Contact: { Address: cells({ City: 'A' }) },
    Lines: [{ Lots: [cells({ Qty: 1 })] }, { custom: { Transactions: { UsrColor: { value: 'red' } } } }, {}],
    custom: { Document: { UsrPriority: { value: 'x' }, UsrB: { value: 1 } }, Empty: undefined },
  };
  expect(changedParts(Order, body)).toEqual({
    references: ['Contact', 'Contact/Address', 'Lines', 'Lines/Lots'],
    custom: ['Document.UsrPriority', 'Document.UsrB', 'Lines/Transactions.UsrColor'],
  });
});

it('names a link that was taken out, and nothing of a name that every object has', () => {
  expect(changedParts(Order, { Contact: null, toString: [] })).toEqual({ references: ['Contact'], custom: [] });
});

const line = { id: 'a', ...cells({ Qty: 1 }) };

it.each<[said: string, body: WireRow, before: WireRow, inserts: boolean]>([
  ['values alone', cells({ Total: 1 }), {}, false],
  ['a row with a known id', { Lines: [{ id: 'a', ...cells({ Qty: 2 }) }] }, { Lines: [line] }, false],
  ['a row without an id', { Lines: [cells({ Qty: 2 })] }, { Lines: [line] }, true],
  ['a row with an id that is not known', { Lines: [{ id: 'z' }] }, { Lines: [line] }, true],
  ['a row of details that were not read', { Lines: [{ id: 'a' }] }, {}, true],
  ['a known row after which a new one stands', { Lines: [line, {}] }, { Lines: [line] }, true],
  ['a new row inside a known one', { Lines: [{ id: 'a', Lots: [{}] }] }, { Lines: [line] }, true],
  [
    'a known row inside a known one',
    { Lines: [{ id: 'a', Lots: [{ id: 'x' }] }] },
    { Lines: [{ id: 'a', Lots: [{ id: 'x' }] }] },
    false,
  ],
  ['a new row behind a link', { Contact: { Lines: [{}] } }, { Contact: {} }, true],
  ['a known row behind a link', { Contact: { Lines: [{ id: 'a' }] } }, { Contact: { Lines: [line] } }, false],
  ['a row behind a link that was not read', { Contact: { Lines: [{ id: 'a' }] } }, { Contact: null }, true],
  ['a link that was taken out', { Contact: null }, { Contact: {} }, false],
])('tells of %s whether it inserts rows', (_, body, before, inserts) => {
  expect(insertsRows(body, before)).toBe(inserts);
});
