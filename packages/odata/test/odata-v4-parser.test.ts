import { parse } from '@balena/odata-parser';
import { defaultParser } from '@odata/parser';
import { compileFilter, odataV4Dialect } from '@acurecord/odata';
import { conditionOf } from './table/filter-row.js';
import { filterRows } from './table/filter-rows.js';

const texts = filterRows
  .filter(([, contract, odataV4 = contract]) => typeof odataV4 === 'string')
  .map((row) => compileFilter(conditionOf(row), odataV4Dialect));

/** The first parser does not know `any` inside `any`, which the standard allows; the second one does. */
const isNested = (text: string) => /any\(.*any\(/.test(text);

it.each(texts.map((text) => [text]))('is read by an independent OData v4 parser: %j', (text) => {
  const encoded = encodeURI(text);
  if (isNested(text)) expect(parse(`/Orders?$filter=${encoded}`)).toHaveProperty('tree.options.$filter');
  else expect(defaultParser.filter(encoded).raw).toBe(encoded);
});

it.each([['(A eq 1'], ['A eq'], ["A eq 'x"], ["contains(Name,'x'"], ['A eq 1 and']])(
  'would be refused by that parser if it were wrong: %s',
  (text) => {
    expect(() => defaultParser.filter(text)).toThrow();
  },
);
