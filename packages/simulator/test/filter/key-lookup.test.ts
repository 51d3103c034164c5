import { contractDialect } from '../../src/filter/filter-dialect.js';
import { keyLookup } from '../../src/filter/key-lookup.js';
import { crossesViews } from '../../src/filter/crosses-views.js';
import { parseFilter } from '../../src/filter/parse-filter.js';

const parse = (filter: string): ReturnType<typeof parseFilter> => parseFilter(filter, contractDialect);

describe('keyLookup', () => {
  test.each<[string, unknown]>([
    ["OrderNbr eq '1' and OrderType eq 'SO'", ['SO', '1']],
    ["'SO' eq OrderType and ordernbr eq '1' and Total gt 5", ['SO', '1']],
    ["OrderNbr eq '1'", undefined],
    ["OrderNbr eq '1' or OrderType eq 'SO'", undefined],
    ["OrderNbr ne '1' and OrderType eq 'SO'", undefined],
    ["OrderNbr eq null and OrderType eq 'SO'", undefined],
    ["Line/OrderNbr eq '1' and OrderType eq 'SO'", undefined],
    ["not (OrderNbr eq '1') and OrderType eq 'SO'", undefined],
  ])('%s', (filter, expected) => expect(keyLookup(parse(filter), ['OrderType', 'OrderNbr'])).toEqual(expected));
});

describe('crossesViews', () => {
  test.each<[string, boolean]>([
    ["A eq '1' and B eq '2'", false],
    ["A eq '1' and MainContact/B eq '2'", true],
    ["A eq '1' or MainContact/B eq '2'", false],
    ["A eq '1' or (B eq '1' and cf.String(f='V.C') eq '2')", true],
    ["MainContact/A eq '1' and substringof('x',MainContact/B)", false],
  ])('%s', (filter, expected) => expect(crossesViews(parse(filter))).toBe(expected));
});
