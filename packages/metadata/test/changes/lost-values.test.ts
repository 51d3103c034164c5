import { lostValues } from '../../src/changes/lost-values.js';
import type { WireRow } from '../../src/wire/wire-row.js';
import { Order } from './order-class.js';
import { cells } from './record-class.js';

const lost = (sent: WireRow, row: WireRow, before: WireRow = {}): { path: string; message: string }[] =>
  lostValues(Order, { sent, before, row }, '').map(({ path, message }) => ({ path, message }));

it.each<[said: string, sent: WireRow, row: WireRow, before?: WireRow]>([
  ['a value', cells({ OrderNbr: '1' }), cells({ OrderNbr: '1' })],
  ['a value in other case, padded and masked', cells({ OrderNbr: 'ab12' }), cells({ OrderNbr: 'AB-12  ' })],
  ['nothing for an empty text', cells({ OrderNbr: '' }), { OrderNbr: {} }],
  ['an empty text for nothing', cells({ OrderNbr: null }), cells({ OrderNbr: ' ' })],
  ['a number that is written otherwise', cells({ Total: 1.5 }), cells({ Total: '1.50' })],
  ['a note', cells({ note: 'Hello' }), cells({ note: 'Hello' })],
  ['what the class does not have', cells({ Nothing: 1 }), {}],
  ['a value behind a link', { Contact: cells({ Email: 'a' }) }, { Contact: cells({ Email: 'a' }) }],
  ['that nothing is linked', { Contact: null }, { Contact: {} }],
  ['that nothing is linked any more', { Contact: null }, { Contact: null }],
  [
    'a changed row',
    { Lines: [{ id: 'a', ...cells({ Qty: 1 }) }] },
    { Lines: [{ id: 'a', ...cells({ Qty: 1 }) }] },
    { Lines: [{ id: 'a' }] },
  ],
  [
    'a new row under its new id',
    { Lines: [cells({ Item: 'x' })] },
    { Lines: [{ id: 'a' }, { id: 'n', ...cells({ Item: 'X' }) }] },
    { Lines: [{ id: 'a' }] },
  ],
  ['that a row is gone', { Lines: [{ id: 'a', delete: true }] }, { Lines: [] }, { Lines: [{ id: 'a' }] }],
  ['a cell outside the contract', { custom: { D: { U: { value: 'x' } } } }, { custom: { D: { U: { value: 'X' } } } }],
  ['a view without cells', { custom: { D: undefined } }, {}],
])('is content where the server has %s', (...[, sent, row, before]) => {
  expect(lost(sent, row, before)).toEqual([]);
});

it.each<[said: string, sent: WireRow, row: WireRow, before: WireRow, path: string, message: string]>([
  [
    'another value',
    cells({ OrderNbr: 'a' }),
    cells({ OrderNbr: 'b' }),
    {},
    'OrderNbr',
    'was sent as "a" and is "b" on the server',
  ],
  [
    'punctuation for nothing',
    cells({ OrderNbr: '-' }),
    cells({ OrderNbr: '' }),
    {},
    'OrderNbr',
    'was sent as "-" and is "" on the server',
  ],
  ['no value', cells({ Total: 1 }), {}, {}, 'Total', 'was sent as 1 and is null on the server'],
  [
    'a value that was to be emptied',
    cells({ Total: null }),
    cells({ Total: 2 }),
    {},
    'Total',
    'was sent as null and is 2 on the server',
  ],
  [
    'the old note',
    cells({ note: 'new' }),
    cells({ note: 'old' }),
    {},
    'note',
    'was sent as "new" and is "old" on the server',
  ],
  [
    'another value behind a link',
    { Contact: { Address: cells({ City: 'A' }) } },
    { Contact: { Address: cells({ City: 'B' }) } },
    {},
    'Contact.Address.City',
    'was sent as "A" and is "B" on the server',
  ],
  [
    'nothing behind a link',
    { Contact: cells({ Email: 'a' }) },
    { Contact: null },
    {},
    'Contact.Email',
    'was sent as "a" and is null on the server',
  ],
  [
    'a link that was taken out',
    { Contact: null },
    { Contact: cells({ Email: 'a' }) },
    {},
    'Contact',
    'was taken out and is still linked on the server',
  ],
  [
    'another value in a row',
    { Lines: [{ id: 'a' }, { id: 'b', ...cells({ Qty: 2 }) }] },
    { Lines: [{ id: 'b', ...cells({ Qty: 1 }) }, { id: 'a' }] },
    { Lines: [{ id: 'a' }, { id: 'b' }] },
    'Lines[1].Qty',
    'was sent as 2 and is 1 on the server',
  ],
  [
    'a row that was removed',
    { Lines: [{ id: 'a', delete: true }] },
    { Lines: [{ id: 'a' }] },
    { Lines: [{ id: 'a' }] },
    'Lines[0]',
    'was not deleted',
  ],
  [
    'no row where one was inserted',
    { Lines: [cells({ Item: 'x' })] },
    { Lines: [{ id: 'a', ...cells({ Item: 'x' }) }] },
    { Lines: [{ id: 'a' }] },
    'Lines[0]',
    'was sent and is not among the rows on the server',
  ],
  [
    'no row where one was changed',
    { Lines: [{ id: 'a' }] },
    { Lines: [] },
    { Lines: [{ id: 'a' }] },
    'Lines[0]',
    'was sent and is not among the rows on the server',
  ],
  [
    'a row inside a row',
    { Lines: [{ id: 'a', Lots: [{ id: 'x', delete: true }] }] },
    { Lines: [{ id: 'a', Lots: [{ id: 'x' }] }] },
    { Lines: [{ id: 'a', Lots: [{ id: 'x' }] }] },
    'Lines[0].Lots[0]',
    'was not deleted',
  ],
  [
    'another value outside the contract',
    { custom: { D: { U: { type: 'CustomDecimalField', value: 2 } } } },
    { custom: { D: { U: { value: 3 } } } },
    {},
    'custom.D.U',
    'was sent as 2 and is 3 on the server',
  ],
  [
    'nothing outside the contract',
    { custom: { D: { U: { value: 'x' } } } },
    {},
    {},
    'custom.D.U',
    'was sent as "x" and is null on the server',
  ],
])('tells where the server has %s', (_, sent, row, before, path, message) => {
  expect(lost(sent, row, before)).toEqual([{ path, message: `${path} ${message}.` }]);
});

it('gives the value that was sent, and passes over what it is told to', () => {
  const sent = cells({ OrderNbr: '1', Date: '2024-01-02T00:00:00+00:00' });
  expect(lostValues(Order, { sent, before: {}, row: {} }, 'Orders[0].', new Set(['OrderNbr']))).toEqual([
    {
      path: 'Orders[0].Date',
      value: new Date('2024-01-02T00:00:00Z'),
      message: 'Orders[0].Date was sent as "2024-01-02T00:00:00.000Z" and is null on the server.',
    },
  ]);
});

it('passes over what it is told to in the record itself, and not in its rows', () => {
  const sent = { ...cells({ OrderNbr: '1' }), Lines: [{ id: 'a', ...cells({ Qty: 1 }) }] };
  const found = lostValues(
    Order,
    { sent, before: {}, row: { Lines: [{ id: 'a' }] } },
    '',
    new Set(['OrderNbr', 'Qty']),
  );
  expect(found.map(({ path }) => path)).toEqual(['Lines[0].Qty']);
});
