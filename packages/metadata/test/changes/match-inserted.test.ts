import { matchInserted } from '../../src/changes/match-inserted.js';
import type { WireRow } from '../../src/wire/wire-row.js';
import { cells } from './record-class.js';

/** Places of the sent rows that the rows of the answer are: `[1, undefined]`. */
function places(sent: readonly WireRow[], answer: readonly WireRow[]): (number | undefined)[] {
  const matches = matchInserted(sent, answer);
  return answer.map((row) => {
    const found = matches.get(row);
    return found === undefined ? undefined : sent.indexOf(found);
  });
}

const a = cells({ Item: 'A', Qty: 1 });
const b = cells({ Item: 'B', Qty: 2 });

it.each<[said: string, sent: WireRow[], answer: WireRow[], expected: (number | undefined)[]]>([
  ['by their ids', [{ id: '1' }, { id: '2' }], [{ id: '2' }, { id: '1' }], [1, 0]],
  [
    'by what was sent, where they got their ids only now',
    [a, b],
    [
      { id: '2', ...b },
      { id: '1', ...a },
    ],
    [1, 0],
  ],
  [
    'blanks and case aside',
    [a],
    [
      { id: '1', ...cells({ Item: ' a ', Qty: 1 }) },
      { id: '2', ...b },
    ],
    [0, undefined],
  ],
  ['by values only where the answer has them', [a, b], [{ id: '2', ...cells({ Qty: 2 }) }, { id: '1' }], [1, 0]],
  [
    'where nothing was sent for what the server filled in',
    [cells({ Item: null, Qty: 2 }), a],
    [
      { id: '1', ...a },
      { id: '2', ...b },
    ],
    [1, 0],
  ],
  [
    'by their order where their numbers agree',
    [cells({ Item: 'X' }), cells({ Item: 'Y' })],
    [
      { id: '1', ...cells({ Item: 'P' }) },
      { id: '2', ...cells({ Item: 'Q' }) },
    ],
    [0, 1],
  ],
  [
    'not at all where values and numbers differ',
    [cells({ Item: 'X' })],
    [
      { id: '1', ...a },
      { id: '2', ...b },
    ],
    [undefined, undefined],
  ],
  [
    'each once',
    [a, { ...a }],
    [
      { id: '1', ...a },
      { id: '2', ...a },
    ],
    [0, 1],
  ],
  ['apart from ids that nobody sent', [{ id: '1' }], [{ id: '1' }, { id: '9' }], [0, undefined]],
  [
    'links and rows aside, which say nothing',
    [{ ...a, Link: { Item: 1 }, Rows: [] }],
    [
      { id: '1', ...a },
      { id: '2', ...a },
    ],
    [0, undefined],
  ],
])('tells rows %s', (_, sent, answer, expected) => {
  expect(places(sent, answer)).toEqual(expected);
});

it('knows a row without an id that came back as the same object', () => {
  const left = cells({ Item: 'A' });
  const answer = [{ id: '1', ...cells({ Item: 'A' }) }, left];
  expect(matchInserted([left], answer).get(left)).toBe(left);
  expect(matchInserted([left], answer).size).toBe(1);
});
