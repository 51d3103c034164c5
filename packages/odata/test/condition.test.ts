import {
  allOf,
  anyOf,
  compileFilter,
  Condition,
  conditionFrom,
  createFields,
  Decimal,
  F,
  Guid,
  guid,
  odataV4Dialect,
  PlainDate,
} from '@acurecord/odata';
import type * as Package from '@acurecord/odata';
import { c } from './order-fields.js';

function expectDeeplyFrozen(value: unknown): void {
  if (typeof value !== 'object' || value === null) return;
  expect(Object.isFrozen(value)).toBe(true);
  Object.values(value).forEach(expectDeeplyFrozen);
}

it('is frozen through and through', () => {
  const rows = F('Details').some((row) => row('Qty').add(1).gt(5));
  const texts = F('Name').toLower().contains('x').not();
  const lists = F('A')
    .in([1, null])
    .or(F.cf('String', 'V', 'F').eq('x'));
  expectDeeplyFrozen(allOf([rows, texts, lists, c.Date.ge('2024-01-31')]));
});

it('is not touched by later changes of what it was given', () => {
  const date = new Date('2024-01-31T00:00:00Z');
  const list = [1, 2];
  const parts = [F('A').eq(1), F('B').eq(2)];
  const condition = anyOf([F('D').eq(date), F('N').in(list), allOf(parts)]);
  date.setUTCFullYear(1999);
  list.push(3);
  parts.push(F('C').eq(3));
  expect(compileFilter(condition, odataV4Dialect)).toBe(
    'D eq 2024-01-31T00:00:00Z or N eq 1 or N eq 2 or (A eq 1 and B eq 2)',
  );
});

it('leaves its parts as they are', () => {
  const a = F('A').eq(1);
  const both = a.and(F('B').eq(2));
  expect(compileFilter(a)).toBe('A eq 1');
  expect(compileFilter(both.or(a))).toBe('(A eq 1 and B eq 2) or A eq 1');
});

it('is known across copies of the package', () => {
  let other: typeof Package | undefined;
  jest.isolateModules(() => {
    other = jest.requireActual<typeof Package>('@acurecord/odata');
  });
  const foreign = other!.F('B').eq(2);
  expect(foreign).not.toBeInstanceOf(Condition);
  expect(Condition.is(foreign)).toBe(true);
  expect(compileFilter(F('A').eq(1).and(foreign))).toBe('A eq 1 and B eq 2');
  const values = [other!.PlainDate.from('2024-01-31'), other!.decimal('1.50'), other!.F('C')];
  expect(compileFilter(anyOf(values.map((value) => F('A').eq(value))))).toBe(
    "A eq datetimeoffset'2024-01-31' or A eq 1.50M or A eq C",
  );
});

it('is compiled in time that grows with its length, whichever way 10,000 terms were put together', () => {
  const terms = Array.from({ length: 10_000 }, (_, index) => F('A').eq(index));
  const texts = [
    compileFilter(anyOf(terms)),
    compileFilter(terms.reduce((all, next) => all.or(next))),
    compileFilter(terms.reduceRight((all, next) => next.or(all))),
    compileFilter(F('A').in(Array.from({ length: 10_000 }, (_, index) => index))),
  ];
  expect(new Set(texts).size).toBe(1);
});

it('refuses a tree that is too deep before the stack overflows', () => {
  let condition = F('A').eq(0);
  for (let index = 0; index < 2000; index += 1) {
    condition = index % 2 ? condition.and(F('A').eq(index)) : condition.or(F('A').eq(index));
  }
  expect(() => compileFilter(condition)).toThrow('The condition is nested more than 500 levels deep.');
  let sum = F('A').add(1);
  for (let index = 0; index < 2000; index += 1) sum = sum.add(1);
  expect(() => compileFilter(sum.gt(1))).toThrow('nested more than 500 levels deep');
});

it('refuses values that hold themselves', () => {
  const contact: Record<string, unknown> = {};
  contact['Contact'] = contact;
  expect(() => conditionFrom(contact, F)).toThrow('does not end: the object holds itself.');
});

it('refuses a row that is used outside of its some()', () => {
  let leaked: Condition | undefined;
  const inside = F('Details').some((row) => (leaked = row('Qty').gt(5)));
  expect(compileFilter(inside, odataV4Dialect)).toBe('Details/any(d1:d1/Qty gt 5)');
  expect(() => compileFilter(leaked!, odataV4Dialect)).toThrow(
    'Qty belongs to a detail row and is used outside of its some().',
  );
});

describe('a field', () => {
  it('is no promise, and prints without asking the schema for strange names', async () => {
    const fields = createFields<{ A: string }>((path) => {
      throw new Error(`asked for ${path.join('/')}`);
    });
    expect(await Promise.resolve(fields)).toBe(fields);
    expect(await Promise.resolve(F)).toBe(F);
    const field: unknown = await Promise.resolve(c.Status);
    expect(field).toBeDefined();
    expect(JSON.stringify({ field })).toBe('{"field":{}}');
  });

  it('can have the name of an operator, when it is reached by its path', () => {
    expect(compileFilter(F('eq').eq(1))).toBe('eq eq 1');
    expect(compileFilter(F('Details/contains').isNull())).toBe('Details/contains eq null');
  });

  it('does not reach into prototypes', () => {
    expect(() => compileFilter(F('__proto__/constructor').eq(1))).not.toThrow();
    expect(compileFilter(F('__proto__').eq(1))).toBe('__proto__ eq 1');
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });
});

describe('a value', () => {
  it('prints as what it is', () => {
    expect(String(PlainDate.from('2024-01-31'))).toBe('2024-01-31');
    for (const text of ['2024-01-31', '2024-01-31T00:00:00+03:00', '2024-01-31T23:30:00.5-05:00'])
      expect(String(PlainDate.of(text))).toBe('2024-01-31');
    for (const value of ['31.01.2024', null, new Date(0)])
      expect(() => PlainDate.of(value)).toThrow('is not a date of the form YYYY-MM-DD');
    expect(
      JSON.stringify([PlainDate.from('0999-12-31'), new Decimal('1.50'), guid('7D38E6F1-0000-4000-8000-0690322D016B')]),
    ).toBe('["0999-12-31","1.50","7d38e6f1-0000-4000-8000-0690322d016b"]');
    expect([String(new Decimal('-0.0')), String(new Guid('7d38e6f1-0000-4000-8000-0690322d016b'))]).toEqual([
      '0.0',
      '7d38e6f1-0000-4000-8000-0690322d016b',
    ]);
  });

  it.each(['2024-02-30', '2023-02-29', '2024-13-01', '0000-01-01', '2024-1-1', '2024-01-31T00:00'])(
    'is no day: %s',
    (text) => {
      expect(() => PlainDate.from(text)).toThrow();
      expect(PlainDate.exists(text)).toBe(false);
    },
  );
});
