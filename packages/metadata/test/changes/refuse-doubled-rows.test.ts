import { AcumaticaAmbiguousOutcomeError } from '@acurecord/errors';
import { refuseDoubledRows } from '../../src/changes/refuse-doubled-rows.js';
import type { WireRow } from '../../src/wire/wire-row.js';
import { Order } from './order-class.js';

const ids = (...names: string[]): WireRow[] => names.map((id) => ({ id }));

/** Whether a save is told to have doubled rows. */
function isTold(before: WireRow[], sent: WireRow[], now: WireRow[]): boolean {
  try {
    refuseDoubledRows(Order, { before: { Lines: before }, changes: { Lines: sent }, answer: { id: 'o1', Lines: now } });
    return false;
  } catch (error) {
    if (AcumaticaAmbiguousOutcomeError.is(error)) return true;
    throw error;
  }
}

it.each<[said: string, before: WireRow[], sent: WireRow[], now: WireRow[]]>([
  ['a changed row came back under another id, beside the old one', ids('a'), ids('a'), ids('x', 'y')],
  [
    'a changed row came back under another id, and the old ones have others too',
    ids('a', 'b'),
    ids('a'),
    ids('x', 'y', 'z'),
  ],
  ['a row was added and all old ones came twice', ids('a'), [{}], ids('x', 'y', 'z')],
  ['a row was removed and the rest came twice', ids('a', 'b'), [{ id: 'a', delete: true }], ids('x', 'y')],
])('tells that %s', (_, before, sent, now) => {
  expect(isTold(before, sent, now)).toBe(true);
});

it.each<[said: string, before: WireRow[], sent: WireRow[], now: WireRow[]]>([
  ['a row was changed and is there', ids('a', 'b'), ids('a'), ids('a', 'b')],
  ['a row was added', ids('a'), [{}], ids('a', 'b')],
  ['a row was removed', ids('a', 'b'), [{ id: 'a', delete: true }], ids('b')],
  ['a removed row is not there by its id', ids('a', 'b'), [{ id: 'a', delete: true }], ids('b', 'c')],
  ['all rows got new ids, and are as many as they should be', ids('a', 'b'), ids('a'), ids('x', 'y')],
  ['a changed row is gone, and nothing came for it', ids('a', 'b'), ids('a'), ids('b')],
  ['the form added a row of its own', ids('a'), ids('a'), ids('a', 'freight')],
  ['the first rows were inserted, and the form added one of its own', [], [{}], ids('a', 'b')],
  ['all rows were removed, and the form made a new one', ids('a'), [{ id: 'a', delete: true }], ids('x')],
])('is content where %s', (_, before, sent, now) => {
  expect(isTold(before, sent, now)).toBe(false);
});

it('names the record, its details and what to do', () => {
  const save = {
    before: { Lines: ids('a') },
    changes: { Lines: ids('a') },
    answer: { id: 'o1', Lines: ids('x', 'y') },
  };
  expect(() => refuseDoubledRows(Order, save)).toThrow(
    expect.objectContaining({
      message:
        'Order o1 was saved, but the server did not find rows of Lines by their ids, and has more rows now than it should.',
      entity: 'Order',
      entityId: 'o1',
      suggestions: [
        'The record is now as the server answered: look at its rows, and remove what is there twice.',
        'Ids of rows can hold for one session only: read a record again before you change its rows after a long time.',
      ],
    }) as Error,
  );
  expect(() => refuseDoubledRows(Order, { ...save, answer: { Lines: ids('x', 'y') } })).toThrow(
    expect.not.objectContaining({ entityId: expect.anything() as string }) as Error,
  );
});

it('says nothing of details that were not read before, or not answered, and of what is no details', () => {
  const doubled = ids('x', 'y');
  const check = (before: WireRow, changes: WireRow, answer: WireRow) => () =>
    refuseDoubledRows(Order, { before, changes, answer });
  expect(check({}, { Lines: ids('a') }, { Lines: doubled })).not.toThrow();
  expect(check({ Lines: ids('a') }, { Lines: ids('a') }, {})).not.toThrow();
  expect(check({ Contact: ids('a') }, { Contact: ids('a') }, { Contact: doubled })).not.toThrow();
  expect(check({ Other: ids('a') }, { Other: ids('a') }, { Other: doubled })).not.toThrow();
});
