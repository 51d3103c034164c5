import { isUnchanged, rowChanges } from '../../src/changes/row-changes.js';
import { wireBody } from '../../src/changes/wire-body.js';
import { wireChanges } from '../../src/changes/wire-changes.js';
import { inheritIdentity } from '../../src/wire/row-identity.js';
import { NO_ROW } from '../../src/wire/wire-row.js';
import type { WireRow } from '../../src/wire/wire-row.js';
import { Order } from './order-class.js';
import { cells } from './record-class.js';

const body = (base: WireRow, row: WireRow): WireRow => wireChanges(rowChanges(Order, base, row));
const custom = (value: unknown): object => ({ Document: { UsrPriority: { type: 'CustomStringField', value } } });

it.each<[said: string, base: WireRow, row: WireRow, sent: WireRow]>([
  ['a value that is another one', cells({ OrderNbr: '1' }), cells({ OrderNbr: '2' }), cells({ OrderNbr: '2' })],
  ['a value that was not read', {}, cells({ OrderNbr: '1' }), cells({ OrderNbr: '1' })],
  ['the emptiness of a value that was not read', {}, cells({ OrderNbr: null }), cells({ OrderNbr: null })],
  ['null for what was emptied', cells({ OrderNbr: '1' }), { OrderNbr: {} }, cells({ OrderNbr: null })],
  ['a number for an exact text of one', {}, cells({ Total: '1.50' }), cells({ Total: 1.5 })],
  ['a note', {}, cells({ note: 'Hello' }), cells({ note: 'Hello' })],
  ['null for a note that was taken away', cells({ note: 'Hello' }), cells({ note: null }), cells({ note: null })],
  ['null for a note without a value', cells({ note: 'Hello' }), { note: {} }, cells({ note: null })],
  [
    'what changed in a linked record',
    { Contact: cells({ Email: 'a' }) },
    { Contact: cells({ Email: 'b' }) },
    { Contact: cells({ Email: 'b' }) },
  ],
  [
    'a linked record that is new',
    { Contact: null },
    { Contact: cells({ Email: 'b' }) },
    { Contact: cells({ Email: 'b' }) },
  ],
  [
    'null for a linked record that was taken out',
    { Contact: cells({ Email: 'a' }) },
    { Contact: null },
    { Contact: null },
  ],
  [
    'what changed two links deep',
    { Contact: { Address: cells({ City: 'A' }) } },
    { Contact: { Address: cells({ City: 'B' }) } },
    { Contact: { Address: cells({ City: 'B' }) } },
  ],
  ['a cell outside the contract', { custom: custom('Low') }, { custom: custom('High') }, { custom: custom('High') }],
  ['a cell outside the contract that was not read', {}, { custom: custom('High') }, { custom: custom('High') }],
  [
    'the emptiness of a cell outside the contract that was not read',
    {},
    { custom: custom(null) },
    { custom: custom(null) },
  ],
])('sends %s', (_, base, row, sent) => {
  expect(body(base, row)).toEqual(sent);
  expect(isUnchanged(rowChanges(Order, base, row))).toBe(false);
});

const line = { id: 'l1', ...cells({ Item: 'A', Qty: 1 }) };

it.each<[said: string, base: WireRow, row: WireRow]>([
  ['the same row', cells({ OrderNbr: '1' }), cells({ OrderNbr: '1' })],
  ['a decimal that is written otherwise', cells({ Total: '1.50' }), cells({ Total: 1.5 })],
  [
    'the same instant in another zone',
    cells({ Date: '2024-01-02T00:00:00+00:00' }),
    cells({ Date: '2024-01-02T01:00:00+01:00' }),
  ],
  ['a GUID in other case', cells({ ContactRef: 'AB' }), cells({ ContactRef: 'ab' })],
  ['what the class does not have', {}, cells({ Nothing: 1 })],
  ['a value that the row does not have', cells({ OrderNbr: '1' }), {}],
  ['a name that every object has', cells({ valueOf: 'x' }), {}],
  ['an empty note where there was none', {}, cells({ note: null })],
  ['a link that was null', { Contact: null }, { Contact: null }],
  ['a link that was never read and is null', {}, { Contact: null }],
  ['a linked record that is the same', { Contact: cells({ Email: 'a' }) }, { Contact: cells({ Email: 'a' }) }],
  ['rows that are the same', { Lines: [line] }, { Lines: [{ ...line }] }],
  ['rows in another order', { Lines: [line, { id: 'l2' }] }, { Lines: [{ id: 'l2' }, line] }],
  ['no rows', {}, { Lines: [] }],
  ['a cell outside the contract that is the same', { custom: custom('x') }, { custom: custom('x') }],
  ['a view without cells', {}, { custom: { Document: undefined } }],
  [
    'a cell outside the contract that is no more',
    { custom: custom('x') },
    { custom: { Document: { UsrPriority: undefined } } },
  ],
])('sends nothing for %s', (_, base, row) => {
  expect(body(base, row)).toEqual({});
  expect(isUnchanged(rowChanges(Order, base, row))).toBe(true);
});

it('does not look into rows that are one object', () => {
  const look = (): never => {
    throw new Error('was looked into');
  };
  const row = new Proxy({}, { get: look, has: look });
  expect(body(row, row)).toEqual({});
});

it('sends fields in the order of the contract, which is the order in which a form sets its fields', () => {
  const row = { ...cells({ Total: 2, OrderNbr: '1', OrderType: 'SO' }), Contact: cells({ Email: 'x' }) };
  expect(Object.keys(body({}, row))).toEqual(['OrderType', 'OrderNbr', 'Total', 'Contact']);
});

describe('details', () => {
  it('are sent as the rows that changed, with their ids and what changed', () => {
    const base = { Lines: [line, { id: 'l2', ...cells({ Qty: 2 }) }] };
    const row = { Lines: [line, { id: 'l2', ...cells({ Qty: 3 }) }] };
    expect(body(base, row)).toEqual({ Lines: [{ id: 'l2', Qty: { value: 3 } }] });
  });

  it('are sent with rows that were added, without an id', () => {
    expect(body({ Lines: [line] }, { Lines: [line, cells({ Item: 'B' })] })).toEqual({ Lines: [cells({ Item: 'B' })] });
  });

  it('are sent with an added row that says nothing', () => {
    expect(body({}, { Lines: [{}] })).toEqual({ Lines: [{}] });
  });

  it('are sent with a row that was given by its id and never read', () => {
    expect(body({}, { Lines: [{ id: 'l9', ...cells({ Qty: 1 }) }] })).toEqual({
      Lines: [{ id: 'l9', Qty: { value: 1 } }],
    });
  });

  it('are sent with the rows that were taken out, after the others', () => {
    const row = { Lines: [{ id: 'l2', ...cells({ Qty: 5 }) }] };
    const base = { Lines: [line, { id: 'l2', ...cells({ Qty: 2 }) }] };
    expect(body(base, row)).toEqual({
      Lines: [
        { id: 'l2', Qty: { value: 5 } },
        { id: 'l1', delete: true },
      ],
    });
  });

  it('are sent with what changed in their own details', () => {
    const before = { Lines: [{ id: 'l1', Lots: [{ id: 'x', ...cells({ Qty: 1 }) }, { id: 'y' }] }] };
    const now = { Lines: [{ id: 'l1', Lots: [{ id: 'x', ...cells({ Qty: 2 }) }] }] };
    const lots = [
      { id: 'x', Qty: { value: 2 } },
      { id: 'y', delete: true },
    ];
    expect(body(before, now)).toEqual({ Lines: [{ id: 'l1', Lots: lots }] });
  });

  it('follow a row that has no id by what it inherited', () => {
    const before = cells({ Item: 'A', Qty: 1 });
    const base = { Lines: [before] };
    expect(body(base, { Lines: [before] })).toEqual({});
    const now = inheritIdentity({ ...before, ...cells({ Qty: 2 }) }, before);
    expect(body(base, { Lines: [now] })).toEqual({ Lines: [cells({ Qty: 2 })] });
  });
});

it('sends only the cells outside the contract that changed', () => {
  const view = (high: string): object => ({
    Document: { UsrA: { value: 'a' }, UsrB: { value: high } },
    Other: { UsrC: { value: 1 } },
  });
  expect(body({ custom: view('x') }, { custom: view('y') })).toEqual({
    custom: { Document: { UsrB: { value: 'y' } } },
  });
});

it('puts what identifies the record before what changed', () => {
  const row = { id: 'o1', ...cells({ OrderNbr: '1', Total: 2 }) };
  expect(wireBody(rowChanges(Order, { ...row, ...cells({ Total: 1 }) }, row), row)).toEqual({
    id: 'o1',
    ...cells({ Total: 2 }),
  });
  const fresh = cells({ OrderNbr: '1' });
  expect(wireBody(rowChanges(Order, NO_ROW, fresh), fresh)).toEqual(fresh);
});
