import { createFields, PlainDate } from '@acurecord/odata';
import type { Condition, DescribeMember, EquatableField, MemberDescription, OrderedField } from '@acurecord/odata';
import fc from 'fast-check';

/** A record with fields of every kind; `null` is an empty field. */
export interface Row {
  readonly Name: string | null;
  readonly Code: string | null;
  readonly Total: number | null;
  readonly Qty: number | null;
  readonly Rate: number | null;
  readonly Active: boolean | null;
  /** ISO text in UTC, as the fields of a record are stored. */
  readonly When: string | null;
  readonly Ref: string | null;
  /** The field `City` of the linked record `Contact`. */
  readonly City: string | null;
  /** The field `Document.UsrScore` beside the contract. */
  readonly Score: number | null;
}

/** A condition, and what it means, said in plain code: `null` when an empty field leaves it open, as in a database. */
export interface Said {
  readonly condition: Condition;
  readonly holds: (row: Row) => boolean | null;
}

interface Typed {
  readonly Name: string;
  readonly Code: string;
  readonly Total: number;
  readonly Qty: number;
  readonly Rate: number;
  readonly Active: boolean;
  readonly When: Date;
  readonly Ref: string;
  readonly Contact: { readonly City: string };
  readonly UsrScore: number;
}

const described: Readonly<Record<string, MemberDescription>> = {
  Name: { type: 'String' },
  Code: { type: 'String' },
  Total: { type: 'Decimal' },
  Qty: { type: 'Int' },
  Rate: { type: 'Double' },
  Active: { type: 'Boolean' },
  When: { type: 'DateTime' },
  Ref: { type: 'Guid' },
  Contact: { type: 'Link' },
  'Contact/City': { type: 'String' },
  UsrScore: { type: 'Decimal', custom: { view: 'Document', field: 'UsrScore', type: 'Decimal' } },
};

/** Looks members of {@link Row} up. */
export const describeRow: DescribeMember = (path) => described[path.join('/')];

/** The same, of a service that keeps dates without a zone. */
export const describeZoneless: DescribeMember = (path) => {
  const member = describeRow(path);
  return member?.type === 'DateTime' ? { ...member, zoneless: true } : member;
};

const f = createFields<Typed>(describeRow);

const texts = fc.oneof(
  fc.constantFrom('a', 'A', 'ab', 'B', "o'x", "''", 'a b', 'x%y', '100', 'null', 'Zürich', ') or (A eq 1', '日本'),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 6 }),
);
const numbers = fc.oneof(
  fc.integer({ min: -3, max: 3 }),
  fc.integer({ min: -30, max: 30 }).map((n) => n / 10),
);
const days = fc
  .integer({ min: 0, max: 1200 })
  .map((n) => new Date(Date.UTC(2022, 11, 1 + n)).toISOString().slice(0, 10));
const times = fc
  .tuple(days, fc.constantFrom('00:00:00', '10:20:30', '23:59:59'))
  .map(([day, time]) => `${day}T${time}`);
const refs = fc.constantFrom('7d38e6f1-0000-4000-8000-0690322d016b', '00000000-0000-0000-0000-0000000000ff');
const orEmpty = <V>(values: fc.Arbitrary<V>): fc.Arbitrary<V | null> => fc.option(values, { nil: null, freq: 4 });

/** Rows that the conditions of this file say something about. */
export const rows: fc.Arbitrary<Row> = fc.record({
  Name: orEmpty(texts),
  Code: orEmpty(texts),
  Total: orEmpty(numbers),
  Qty: orEmpty(fc.integer({ min: -3, max: 3 })),
  Rate: orEmpty(numbers),
  Active: orEmpty(fc.boolean()),
  When: orEmpty(times.map((time) => `${time}+00:00`)),
  Ref: orEmpty(refs),
  City: orEmpty(texts),
  Score: orEmpty(numbers),
});

type Scalar = string | number | boolean;

const tests = {
  eq: (a: Scalar, b: Scalar) => a === b,
  ne: (a: Scalar, b: Scalar) => a !== b,
  gt: (a: Scalar, b: Scalar) => a > b,
  ge: (a: Scalar, b: Scalar) => a >= b,
  lt: (a: Scalar, b: Scalar) => a < b,
  le: (a: Scalar, b: Scalar) => a <= b,
} as const;

const operators = fc.constantFrom(...(Object.keys(tests) as (keyof typeof tests)[]));
const equalities = fc.constantFrom('eq' as const, 'ne' as const);

/** Texts compare without regard to case and to blanks at the end, as in the ERP's database. */
const folded = (value: Scalar): Scalar =>
  typeof value === 'string' ? (value.endsWith(' ') ? value.trimEnd() : value).toLowerCase() : value;

/** The ERP keeps no empty texts: it takes them for nothing. */
const isEmpty = (value: Scalar | null): boolean => value === null || value === '';

function compared(read: (row: Row) => Scalar | null, operator: keyof typeof tests, value: Scalar): Said['holds'] {
  return (row) => {
    const found = read(row);
    return found === null ? null : tests[operator](folded(found), folded(value));
  };
}

function comparisonsOf<V extends Scalar>(
  field: OrderedField<V>,
  read: (row: Row) => V | null,
  values: fc.Arbitrary<V>,
): fc.Arbitrary<Said> {
  return fc.oneof(
    fc.tuple(operators, values).map(([operator, value]) => ({
      condition: field[operator](value),
      holds: compared(read, operator, value),
    })),
    equatablesOf(field, read, values),
  );
}

function equatablesOf<V extends Scalar>(
  field: EquatableField<V>,
  read: (row: Row) => V | null,
  values: fc.Arbitrary<V>,
): fc.Arbitrary<Said> {
  return fc.oneof(
    fc.tuple(equalities, values).map(([operator, value]) => ({
      condition: field[operator](value),
      holds: compared(read, operator, value),
    })),
    fc.constant({ condition: field.isNull(), holds: (row: Row) => isEmpty(read(row)) }),
    fc.constant({ condition: field.isNotNull(), holds: (row: Row) => !isEmpty(read(row)) }),
    fc.array(values, { minLength: 1, maxLength: 3 }).map((list) => ({
      condition: field.in(list),
      holds: (row: Row) => anyHolds(list.map((value) => compared(read, 'eq', value)(row))),
    })),
  );
}

const allHold = (parts: readonly (boolean | null)[]) =>
  parts.includes(false) ? false : parts.includes(null) ? null : true;
const anyHolds = (parts: readonly (boolean | null)[]) =>
  parts.includes(true) ? true : parts.includes(null) ? null : false;

const dates: fc.Arbitrary<Said> = fc.oneof(
  fc.tuple(operators, times).map(([operator, time]) => ({
    condition: f.When[operator](new Date(`${time}Z`)),
    holds: compared((row) => row.When, operator, `${time}+00:00`),
  })),
  fc.tuple(operators, days).map(([operator, day]) => ({
    condition: f.When[operator](PlainDate.from(day)),
    holds: compared((row) => row.When, operator, `${day}T00:00:00+00:00`),
  })),
  fc.tuple(operators, fc.integer({ min: 2022, max: 2026 })).map(([operator, year]) => ({
    condition: f.When.year()[operator](year),
    holds: compared((row) => row.When && Number(row.When.slice(0, 4)), operator, year),
  })),
  fc.tuple(operators, days).map(([operator, day]) => ({
    condition: f.When.date()[operator](day),
    holds: compared((row) => row.When && row.When.slice(0, 10), operator, day),
  })),
);

/** Conditions without the text tests, so that a contract endpoint can say the opposite of them. */
const fields: fc.Arbitrary<Said> = fc.oneof(
  comparisonsOf(f.Name, (row) => row.Name, texts),
  comparisonsOf(f.Contact.City, (row) => row.City, texts),
  comparisonsOf<number>(f.Total, (row) => row.Total, numbers),
  comparisonsOf<number>(f.Qty, (row) => row.Qty, fc.integer({ min: -3, max: 3 })),
  comparisonsOf<number>(f.Rate, (row) => row.Rate, numbers),
  equatablesOf(f.Active, (row) => row.Active, fc.boolean()),
  equatablesOf(f.Ref, (row) => row.Ref, refs),
  comparisonsOf(f.Name.toLower(), (row) => row.Name, texts),
  dates,
);

const customFields = comparisonsOf<number>(f.UsrScore, (row) => row.Score, numbers);

const textTests: fc.Arbitrary<Said> = fc
  .tuple(fc.constantFrom('contains', 'startsWith', 'endsWith'), texts, fc.boolean())
  .map(([name, part, lower]) => {
    const plain = { contains: 'includes', startsWith: 'startsWith', endsWith: 'endsWith' } as const;
    return {
      condition: (lower ? f.Code.toLower() : f.Code)[name](part),
      holds: (row) => row.Code && row.Code.toLowerCase()[plain[name]](part.toLowerCase()),
    } as Said;
  });

function combined(leaves: fc.Arbitrary<Said>, negated: fc.Arbitrary<Said> | undefined): fc.Arbitrary<Said> {
  const { tree } = fc.letrec<{ tree: Said }>((tie) => {
    const pair = fc.tuple(tie('tree'), fc.array(tie('tree'), { minLength: 1, maxLength: 3 }));
    const branches = [
      pair.map(([first, rest]) => ({
        condition: first.condition.and(...rest.map(({ condition }) => condition)),
        holds: (row: Row) => allHold([first, ...rest].map(({ holds }) => holds(row))),
      })),
      pair.map(([first, rest]) => ({
        condition: first.condition.or(...rest.map(({ condition }) => condition)),
        holds: (row: Row) => anyHolds([first, ...rest].map(({ holds }) => holds(row))),
      })),
      (negated ?? tie('tree')).map(opposite),
    ];
    return { tree: fc.oneof({ maxDepth: 3, depthSize: 'small' }, leaves, ...branches) };
  });
  return tree;
}

function opposite({ condition, holds }: Said): Said {
  return {
    condition: condition.not(),
    holds: (row) => {
      const held = holds(row);
      return held === null ? null : !held;
    },
  };
}

const small = fc.integer({ min: -2, max: 6 });
const part = (from: number, to: number) => (row: Row) => (row.When === null ? null : Number(row.When.slice(from, to)));
const onName =
  <V>(read: (name: string) => V) =>
  (row: Row) =>
    row.Name === null ? null : read(row.Name);
const onTotal = (read: (total: number) => number) => (row: Row) => (row.Total === null ? null : read(row.Total));
const indexIn = (text: string, part: string) => text.toLowerCase().indexOf(part.toLowerCase());

const functions: fc.Arbitrary<Said> = fc.oneof(
  comparisonsOf<number>(
    f.Name.length(),
    onName((name) => name.length),
    small,
  ),
  comparisonsOf<number>(
    f.Name.indexOf('a'),
    onName((name) => indexIn(name, 'a')),
    small,
  ),
  comparisonsOf(
    f.Name.substring(1),
    onName((name) => name.slice(1)),
    texts,
  ),
  comparisonsOf(
    f.Name.substring(0, 2),
    onName((name) => name.slice(0, 2)),
    texts,
  ),
  comparisonsOf(
    f.Name.toUpper(),
    onName((name) => name),
    texts,
  ),
  comparisonsOf(
    f.Name.trim(),
    onName((name) => name.trim()),
    texts,
  ),
  comparisonsOf(
    f.Name.concat("'b"),
    onName((name) => `${name}'b`),
    texts,
  ),
  comparisonsOf<number>(f.When.month(), part(5, 7), small),
  comparisonsOf<number>(f.When.day(), part(8, 10), small),
  comparisonsOf<number>(f.When.hour(), part(11, 13), fc.constantFrom(0, 10, 23)),
  comparisonsOf<number>(f.When.minute(), part(14, 16), fc.constantFrom(0, 20, 59)),
  comparisonsOf<number>(f.When.second(), part(17, 19), fc.constantFrom(0, 30, 59)),
  comparisonsOf<number>(f.Total.floor(), onTotal(Math.floor), small),
  comparisonsOf<number>(f.Total.ceiling(), onTotal(Math.ceil), small),
  comparisonsOf<number>(
    f.Total.round(),
    onTotal((total) => Math.sign(total) * Math.round(Math.abs(total))),
    small,
  ),
);

const calculations = {
  add: (a: number, b: number) => a + b,
  sub: (a: number, b: number) => a - b,
  mul: (a: number, b: number) => a * b,
  div: (a: number, b: number) => a / b,
  mod: (a: number, b: number) => a % b,
} as const;

const finite = (value: number) => (Number.isFinite(value) ? value : null);
const anyCalculation = fc.constantFrom(...(Object.keys(calculations) as (keyof typeof calculations)[]));

const arithmetic: fc.Arbitrary<Said> = fc
  .tuple(anyCalculation, anyCalculation, small, operators, numbers)
  .map(([inner, outer, factor, operator, value]) => ({
    condition: f.Total[inner](f.Qty)[outer](factor)[operator](value),
    holds: compared(
      ({ Total, Qty }) => {
        const first = Total === null || Qty === null ? null : finite(calculations[inner](Total, Qty));
        return first === null ? null : finite(calculations[outer](first, factor));
      },
      operator,
      value,
    ),
  }));

const ratios: fc.Arbitrary<Said> = fc
  .tuple(anyCalculation, numbers, operators, numbers)
  .map(([inner, factor, operator, value]) => ({
    condition: f.Rate[inner](factor)[operator](value),
    holds: compared(({ Rate }) => (Rate === null ? null : finite(calculations[inner](Rate, factor))), operator, value),
  }));

const replacements = comparisonsOf(
  f.Name.replace('a', "b'"),
  onName((name) => name.replaceAll(/a/gi, "b'")),
  texts,
);

const reversible = fc.oneof(fields, customFields);

/** Conditions that a contract endpoint can be asked. */
export const contractConditions = combined(fc.oneof(reversible, textTests), combined(reversible, undefined));

/** Conditions that an OData v4 service can be asked. */
export const odataV4Conditions = combined(fc.oneof(fields, textTests, functions, arithmetic, ratios), undefined);

/** Conditions that an OData v3 service can be asked. */
export const odataV3Conditions = combined(
  fc.oneof(fields, textTests, functions, arithmetic, ratios, replacements),
  undefined,
);
