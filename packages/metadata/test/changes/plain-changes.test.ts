import { plainChanges } from '../../src/changes/plain-changes.js';
import { rowChanges } from '../../src/changes/row-changes.js';
import type { WireRow } from '../../src/wire/wire-row.js';
import { Order } from './order-class.js';
import { cells } from './record-class.js';

const plain = (base: WireRow, row: WireRow, decimals: 'number' | 'string' = 'number'): Record<string, unknown> =>
  plainChanges(rowChanges(Order, base, row), decimals);

it('gives new values by member, unwrapped and parsed', () => {
  const row = cells({ OrderNbr: null, Date: '2024-01-02T03:04:05+00:00', Total: '2.5', note: 'Hello' });
  expect(plain({}, row)).toEqual({ note: 'Hello', OrderNbr: null, Date: new Date('2024-01-02T03:04:05Z'), Total: 2.5 });
});

it('gives decimals as texts where they are read so', () => {
  expect(plain({}, cells({ Total: '12345678901234567890.5' }), 'string')).toEqual({ Total: '12345678901234567890.5' });
  expect(plain({}, { Contact: {}, Lines: [cells({ Qty: '0.10000000000000000001' })] }, 'string')).toEqual({
    Lines: [{ Qty: '0.10000000000000000001' }],
  });
});

it('gives null for a note and a link that were taken away', () => {
  expect(plain({ ...cells({ note: 'x' }), Contact: cells({ Email: 'a' }) }, { note: {}, Contact: null })).toEqual({
    note: null,
    Contact: null,
  });
});

it('gives links and rows as their own changes, with the ids of rows', () => {
  const base = { Contact: cells({ Email: 'a' }), Lines: [{ id: 'a', ...cells({ Qty: 1 }) }, { id: 'b' }] };
  const row = { Contact: cells({ Email: 'b' }), Lines: [{ id: 'a', ...cells({ Qty: 2 }) }, cells({ Item: 'x' })] };
  expect(plain(base, row)).toEqual({
    Contact: { Email: 'b' },
    Lines: [{ id: 'a', Qty: 2 }, { Item: 'x' }, { id: 'b', delete: true }],
  });
});

it('gives fields outside the contract by view and field, as their types say', () => {
  const custom = {
    Document: { UsrDay: { type: 'CustomDateTimeField', value: '2024-01-02T00:00:00+00:00' }, UsrN: { value: 1 } },
  };
  expect(plain({}, { custom })).toEqual({
    custom: { Document: { UsrDay: new Date('2024-01-02T00:00:00Z'), UsrN: 1 } },
  });
});
