import fc from 'fast-check';
import { compilePredicate } from '../../src/filter/compile-predicate.js';
import type { FieldResolver } from '../../src/filter/field-access.js';
import { contractDialect, odataV3Dialect, odataV4Dialect } from '../../src/filter/filter-dialect.js';
import { FilterError } from '../../src/filter/filter-error.js';
import { comparisons } from '../../src/filter/filter-node.js';
import type { Comparison, FilterNode } from '../../src/filter/filter-node.js';
import { keyLookup } from '../../src/filter/key-lookup.js';
import { parseFilter } from '../../src/filter/parse-filter.js';

/** Says a tree in the text of the protocol, every group in parentheses. */
function print(node: FilterNode): string {
  switch (node.kind) {
    case 'literal':
      if (typeof node.value === 'string') return `'${node.value.replaceAll("'", "''")}'`;
      return String(node.value);
    case 'field':
      return node.path.join('/');
    case 'compare':
      return `${print(node.left)} ${node.operator} ${print(node.right)}`;
    case 'logic':
      return node.operands.map((operand) => `(${print(operand)})`).join(` ${node.operator} `);
    case 'not':
      return `not (${print(node.operand)})`;
    case 'call':
      return `${node.name}(${node.args.map(print).join(',')})`;
    case 'arithmetic':
    case 'custom':
    case 'in':
    case 'some':
    case 'count':
      throw new Error(`this test makes no ${node.kind}`);
  }
}

const field = fc.constantFrom('A', 'B', 'C').map((name): FilterNode => ({ kind: 'field', path: [name] }));
const text = fc.string().map((value): FilterNode => ({ kind: 'literal', type: 'String', edm: 'Edm.String', value }));
const compare = fc
  .tuple(fc.constantFrom(...comparisons), field, text)
  .map(([operator, left, right]): FilterNode => ({ kind: 'compare', operator, left, right }));
const call = fc
  .tuple(text, field)
  .map(([needle, hay]): FilterNode => ({ kind: 'call', name: 'substringof', args: [needle, hay] }));
const { tree } = fc.letrec<{ tree: FilterNode }>((tie) => ({
  tree: fc.oneof(
    { depthSize: 'small' },
    compare,
    call,
    fc
      .tuple(fc.constantFrom('and' as const, 'or' as const), fc.array(tie('tree'), { minLength: 2, maxLength: 4 }))
      .map(([operator, operands]): FilterNode => ({ kind: 'logic', operator, operands })),
    compare.map((operand): FilterNode => ({ kind: 'not', operand })),
  ),
}));

type Row = Readonly<Record<string, string | null>>;
const value = fc.option(fc.string({ maxLength: 3, unit: fc.constantFrom('a', 'A', 'b', "'") }));
const row: fc.Arbitrary<Row> = fc.record({ A: value, B: value, C: value });
const resolve: FieldResolver<Row> = (node) => {
  const name = node.kind === 'field' ? (node.path[0] ?? '') : '';
  return { type: 'String', read: (record) => record[name] };
};

/** Three-valued logic, as slow and plain as can be: `undefined` is unknown. */
function judge(node: FilterNode, record: Row): boolean | undefined {
  if (node.kind === 'logic') {
    const results = node.operands.map((operand) => judge(operand, record));
    const decisive = node.operator === 'or';
    if (results.includes(decisive)) return decisive;
    return results.includes(undefined) ? undefined : !decisive;
  }
  if (node.kind === 'not') {
    const result = judge(node.operand, record);
    return result === undefined ? undefined : !result;
  }
  const read = (part: FilterNode | undefined): string | null | undefined =>
    part?.kind === 'field' ? record[part.path[0] ?? ''] : part?.kind === 'literal' ? String(part.value) : undefined;
  const [left, right] =
    node.kind === 'compare' ? [read(node.left), read(node.right)] : node.kind === 'call' ? node.args.map(read) : [];
  if (typeof left !== 'string' || typeof right !== 'string') return undefined;
  const [a, b] = [left.toLowerCase(), right.toLowerCase()];
  if (node.kind === 'call') return b.includes(a);
  const order = a.trimEnd() < b.trimEnd() ? -1 : a.trimEnd() > b.trimEnd() ? 1 : 0;
  const says: Record<Comparison, boolean> = {
    eq: order === 0,
    ne: order !== 0,
    gt: order > 0,
    ge: order >= 0,
    lt: order < 0,
    le: order <= 0,
  };
  return node.kind === 'compare' ? says[node.operator] : undefined;
}

describe('every $filter', () => {
  test('that a tree is written as is read back as that tree', () => {
    fc.assert(fc.property(tree, (node) => expect(parseFilter(print(node), contractDialect)).toEqual(node)));
  });

  test('takes exactly the records that plain three-valued logic takes', () => {
    fc.assert(
      fc.property(tree, fc.array(row, { maxLength: 6 }), (node, rows) => {
        const passes = compilePredicate(node, resolve, contractDialect);
        for (const record of rows) expect(passes(record)).toBe(judge(node, record) === true);
      }),
    );
  });

  test('with a key in it takes no record of another key', () => {
    fc.assert(
      fc.property(tree, row, (node, record) => {
        const keys = keyLookup(node, ['A']);
        if (keys === undefined || !compilePredicate(node, resolve, contractDialect)(record)) return;
        expect(String(keys[0]).trimEnd().toLowerCase()).toBe(record['A']?.trimEnd().toLowerCase());
      }),
    );
  });

  test.each([contractDialect, odataV3Dialect, odataV4Dialect])(
    'of any letters at all is read or refused, in $name',
    (dialect) => {
      const letters = fc.constantFrom(
        ..."'()/=,-.0Ma ",
        'A',
        ' eq ',
        ' and ',
        'not ',
        'null',
        'substringof(',
        "guid'",
        'cf.String(f=',
        '2024-01-01',
      );
      fc.assert(
        fc.property(
          fc.oneof(
            fc.string(),
            fc.array(letters).map((parts) => parts.join('')),
          ),
          (filter) => {
            try {
              compilePredicate(parseFilter(filter, dialect), resolve, dialect)({ A: 'a', B: null, C: "'" });
            } catch (error) {
              expect(error).toBeInstanceOf(FilterError);
              expect((error as FilterError).status).toBe(dialect.errorStatus);
            }
          },
        ),
        { numRuns: 2000 },
      );
    },
  );
});
