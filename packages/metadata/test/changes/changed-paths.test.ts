import { changedPaths } from '../../src/changes/changed-paths.js';
import { rowChanges } from '../../src/changes/row-changes.js';
import type { WireRow } from '../../src/wire/wire-row.js';
import { Order } from './order-class.js';
import { cells } from './record-class.js';

const paths = (base: WireRow, row: WireRow): string[] => [...changedPaths(rowChanges(Order, base, row))];

const priority = (value: string): object => ({ Document: { UsrPriority: { value } } });
const color = (value: string): object => ({ Transactions: { UsrColor: { value }, UsrOther: { value } } });

it.each<[said: string, base: WireRow, row: WireRow, expected: string[]]>([
  ['nothing', cells({ Total: 1 }), cells({ Total: 1 }), []],
  ['a field', cells({ Total: 1, OrderNbr: '1' }), cells({ Total: 2, OrderNbr: '1' }), ['Total']],
  ['a field outside the contract by its own name', { custom: priority('x') }, { custom: priority('y') }, ['Priority']],
  ['a field outside the contract that has no name', {}, { custom: { Document: { UsrOther: { value: 1 } } } }, []],
  ['a field outside the contract of another view', {}, { custom: { Other: { UsrPriority: { value: 1 } } } }, []],
  [
    'a link and a field behind it',
    { Contact: cells({ Email: 'a' }) },
    { Contact: cells({ Email: 'b' }) },
    ['Contact', 'Contact.Email'],
  ],
  ['a link that was taken out', { Contact: cells({ Email: 'a' }) }, { Contact: null }, ['Contact']],
  [
    'a row by its place in the record',
    { Lines: [{ id: 'a' }, { id: 'b', ...cells({ Qty: 1 }) }] },
    { Lines: [{ id: 'a' }, { id: 'b', ...cells({ Qty: 2 }) }] },
    ['Lines', 'Lines[1].Qty'],
  ],
  [
    'a row that was added after one that was taken out',
    { Lines: [{ id: 'a' }, { id: 'b' }] },
    { Lines: [{ id: 'b' }, cells({ Item: 'x' })] },
    ['Lines', 'Lines[1].Item'],
  ],
  ['rows that were taken out', { Lines: [{ id: 'a' }] }, { Lines: [] }, ['Lines']],
  [
    'rows inside rows',
    {},
    { Lines: [{ Lots: [cells({ Qty: 1 })] }] },
    ['Lines', 'Lines[0].Lots', 'Lines[0].Lots[0].Qty'],
  ],
  ['a field outside the contract of a row', {}, { Lines: [{ custom: color('red') }] }, ['Lines', 'Lines[0].Color']],
])('names %s', (_, base, row, expected) => {
  expect(paths(base, row)).toEqual(expected);
});
