import { typeCheck } from './type-check.js';

const entityCount = 200;
const fieldCount = 60;
const types = ['string', 'number', 'boolean', 'Date', "'Open' | 'Hold'"];

function entitySource(index: number): string {
  const fields = Array.from(
    { length: fieldCount - 2 },
    (_, field) => `  declare F${field}: ${types[field % types.length]} | null;`,
  );
  const next = (index + 1) % entityCount;
  return [
    `class E${index} extends Base {`,
    ...fields,
    `  declare Link: E${next};`,
    `  declare Rows: Iterable<E${next}>;`,
    '}',
  ].join('\n');
}

/** What a class of records brings along besides its fields. */
const base = `class Base {
${Array.from({ length: 30 }, (_, index) => `  method${index}(): Promise<this> { return Promise.resolve(this); }`).join('\n')}
}`;

const querySource = (index: number) =>
  `where<E${index}>((c) => c.F0.eq('x').and(c.F1.gt(5), c.Link.F3.ge('2024-01-31'), c.F4.in(['Open'])));`;

const header = `import type { Condition, ConditionInput } from '@acurecord/odata';
declare function where<T>(input: ConditionInput<T>): Condition;`;

it(`checks ${entityCount} entities of ${fieldCount} fields with a query each far within 400,000 instantiations`, () => {
  const indexes = Array.from({ length: entityCount }, (_, index) => index);
  const source = [header, base, ...indexes.map(entitySource), ...indexes.map(querySource)].join('\n');
  const { problems, instantiations } = typeCheck(source);
  expect(problems).toEqual([]);
  expect(instantiations).toBeLessThan(100_000);
  expect(instantiations).toBeGreaterThan(entityCount);
});
