import { AcumaticaQueryError } from '@acurecord/errors';
import {
  bindCondition,
  compileFilter,
  explainFilter,
  F,
  odataV3Dialect,
  odataV4Dialect,
  parseFilter,
  QueryOptions,
} from '@acurecord/odata';
import type { Condition } from '@acurecord/odata';
import { odataV3Dialect as simulatedDialect } from '../../simulator/src/filter/filter-dialect.js';
import { parseFilter as parsedByServer } from '../../simulator/src/filter/parse-filter.js';
import type { Refused } from './table/filter-row.js';
import { conditionOf } from './table/filter-row.js';
import { filterRows } from './table/filter-rows.js';
import { describeSale, odataV3Rows } from './table/odata-v3-rows.js';

function said(say: () => unknown): string | Refused {
  try {
    return compileFilter(say() as Condition, odataV3Dialect);
  } catch (error) {
    if (AcumaticaQueryError.is(error)) return { message: error.message };
    throw error;
  }
}

const named = odataV3Rows.map(
  ([say, expected]) => [typeof expected === 'string' ? expected : expected.message, say] as const,
);

it.each(named)('says %s', (expected, say) => {
  const text = said(say);
  expect(typeof text === 'string' ? text : text.message).toBe(expected);
});

const holds = (text: string, { node }: Condition) => JSON.stringify(node).includes(text);

it('reads back every text of its table', () => {
  for (const [say, expected] of odataV3Rows) {
    if (typeof expected !== 'string' || holds('"raw"', say() as Condition)) continue;
    // A number with a point is a double beside doubles only, which the text does not tell.
    const describe = holds('"Double"', say() as Condition) ? describeSale : () => undefined;
    const read = bindCondition(parseFilter(expected, odataV3Dialect), describe);
    expect(compileFilter(read, odataV3Dialect)).toBe(expected);
  }
});

it('says nothing that a server of that version does not read, whatever the condition', () => {
  const texts = filterRows.flatMap((row) => {
    const text = said(row[0]);
    return typeof text === 'string' && !holds('"raw"', conditionOf(row)) ? [text] : [];
  });
  expect(texts.length).toBeGreaterThan(120);
  for (const text of texts) expect(() => parsedByServer(text, simulatedDialect)).not.toThrow();
});

it.each([
  ["SoldOn ge datetime'2024-01-31T12:00:00'", 'SoldOn ge 2024-01-31T12:00:00Z'],
  ["SoldOn ge datetime'2024-01-31T12:00:00Z'", 'SoldOn ge 2024-01-31T12:00:00Z'],
  ["SoldOn ge datetime'2024-01-31'", 'SoldOn ge 2024-01-31'],
  ["SoldOn ge datetime'2024-01-31T00:00:00'", 'SoldOn ge 2024-01-31'],
  ["SeenOn ge datetimeoffset'2024-01-31T12:00:00+04:00'", 'SeenOn ge 2024-01-31T08:00:00Z'],
  ["Total gt 5.5M and Serial eq 7L and substringof('a',Name)", "Total gt 5.5 and Serial eq 7 and contains(Name,'a')"],
])('reads %s', (text, inVersion4) => {
  expect(compileFilter(parseFilter(text, odataV3Dialect), odataV4Dialect)).toBe(inVersion4);
});

it.each([
  ['SoldOn ge 2024-01-31', "expected datetime'2024-01-31', as an OData v3 service wants it"],
  ["contains(Name,'a')", 'substringof(), as an OData v3 service calls it'],
  ["SoldOn ge datetime'2024-02-30'", 'a day, or a date and time that exists'],
])('does not read %s', (text, message) => {
  expect(() => parseFilter(text, odataV3Dialect)).toThrow(message);
});

it('tells what it says in other words, and what a service may leave out', () => {
  expect(explainFilter(F('Name').in(['a', 'b']), odataV3Dialect).rewrites).toEqual([
    {
      from: "Name in ('a','b')",
      to: "Name eq 'a' or Name eq 'b'",
      why: 'There is no "in": each value is compared on its own.',
    },
  ]);
  expect(explainFilter(F('Name').replace('a', 'b').eq('c'), odataV3Dialect).unconfirmed).toEqual([
    'replace(): a service of OData version 3 may leave it out.',
  ]);
  expect(explainFilter(F('Name').trim().contains('a').not(), odataV3Dialect).unconfirmed).toEqual([]);
});

it('sorts, and refuses to count and custom fields', () => {
  const options = new QueryOptions({
    filter: F('Name').contains('a'),
    orderBy: ['Name desc'],
    select: ['Name'],
    top: 2,
  });
  expect(options.toParams(odataV3Dialect)).toEqual({
    $filter: "substringof('a',Name)",
    $select: 'Name',
    $orderby: 'Name desc',
    $top: '2',
  });
  expect(() => new QueryOptions({ count: true }).toParams(odataV3Dialect)).toThrow('Inquiries do not count.');
  expect(() => new QueryOptions({ custom: ['Document.UsrX'] }).toParams(odataV3Dialect)).toThrow('$custom belongs to');
});
