import {
  compileFilter,
  contractDialect,
  decimal,
  F,
  filterLength,
  odataV4Dialect,
  splitFilter,
} from '@acurecord/odata';
import type { Condition } from '@acurecord/odata';
import fc from 'fast-check';

const texts = (conditions: readonly Condition[]) =>
  conditions.map((condition) => compileFilter(condition, odataV4Dialect));

it('tells how long a condition is in a URL', () => {
  expect(filterLength(F('A').eq('b c'), contractDialect)).toBe("A%20eq%20'b%20c'".length);
});

it('leaves a condition whole that is short enough, or has no list', () => {
  const list = F('A').in([1, 2, 3]);
  const chain = F('A').eq('a'.repeat(100)).and(F('B').eq(1));
  expect(splitFilter(list, contractDialect, 1000)).toEqual([list]);
  expect(splitFilter(chain, contractDialect, 50)).toEqual([chain]);
});

it('deals the values of the longest list out in ascending order, beside everything else', () => {
  const condition = F('B')
    .gt(0)
    .and(F('A').in([30, 4, 100, 20]))
    .and(F('C').in([1, 2]));
  expect(texts(splitFilter(condition, odataV4Dialect, 100))).toEqual([
    'B gt 0 and (C eq 1 or C eq 2) and (A eq 4 or A eq 20)',
    'B gt 0 and (C eq 1 or C eq 2) and (A eq 30 or A eq 100)',
  ]);
});

it('keeps values together that a server may take for the same, so that no record comes twice', () => {
  expect(texts(splitFilter(F('A').in(['b', 'a', 'B', 'A ', 'b']), odataV4Dialect, 40))).toEqual([
    "A eq 'a' or A eq 'A '",
    "A eq 'b' or A eq 'B'",
  ]);
  expect(texts(splitFilter(F('A').in([2, decimal('1.0'), 1]), odataV4Dialect, 32))).toEqual([
    'A eq 1.0 or A eq 1',
    'A eq 2',
  ]);
});

it('stays whole where even one value beside the rest is too long', () => {
  const condition = F('B')
    .eq('b'.repeat(100))
    .and(F('A').in([1, 2, 3]));
  expect(splitFilter(condition, contractDialect, 100)).toEqual([condition]);
});

it('loses no value, doubles none and keeps every piece within its length', () => {
  const lists = fc.array(fc.integer({ min: 0, max: 9999 }), { minLength: 1, maxLength: 400 });
  fc.assert(
    fc.property(lists, fc.integer({ min: 60, max: 500 }), (values, maxLength) => {
      const pieces = splitFilter(F('B').eq(1).and(F('A').in(values)), contractDialect, maxLength);
      const found = texts(pieces).flatMap((text) =>
        [...text.matchAll(/A eq (\d+)/g)].map(([, value]) => Number(value)),
      );
      if (pieces.length > 1) expect(found).toEqual([...new Set(values)].sort((a, b) => a - b));
      for (const piece of pieces) expect(filterLength(piece, contractDialect)).toBeLessThanOrEqual(maxLength);
    }),
    { numRuns: 200 },
  );
});

it('splits 10,000 values', () => {
  const pieces = splitFilter(F('A').in(Array.from({ length: 10_000 }, (_, index) => index)), contractDialect, 1500);
  expect(pieces.length).toBeGreaterThan(50);
});
