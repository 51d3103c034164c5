import { anyOf, compileFilter, createFields, F } from '@acurecord/odata';
import type { Condition } from '@acurecord/odata';
import buildQuery from 'odata-query';
import { pairedMs, report } from './report.js';

interface Order {
  readonly Status: string;
  readonly OrderType: string;
  readonly CustomerID: string;
  readonly OrderTotal: number;
  readonly Balance: number;
  readonly Approved: boolean;
  readonly Date: Date;
  readonly Description: string;
  readonly MainContact: { readonly Email: string; readonly City: string };
}

const c = createFields<Order>();
const since = new Date('2024-01-31T10:20:30Z');

const condition = c.Status.eq('Open').and(
  c.OrderType.eq('SO'),
  c.CustomerID.eq("o'x"),
  c.OrderTotal.gt(5000),
  c.OrderTotal.lt(9000),
  c.Balance.ge(10),
  c.Approved.eq(true),
  c.Date.ge(since),
  c.Description.contains('tea'),
  c.MainContact.Email.ne('a@b.c'),
);

/** The same ten terms as the other library takes them. */
const filter = {
  and: [
    { Status: 'Open' },
    { OrderType: 'SO' },
    { CustomerID: "o'x" },
    { OrderTotal: { gt: 5000 } },
    { OrderTotal: { lt: 9000 } },
    { Balance: { ge: 10 } },
    { Approved: true },
    { Date: { ge: since } },
    { Description: { contains: 'tea' } },
    { 'MainContact/Email': { ne: 'a@b.c' } },
  ],
};

function repeated(times: number, work: () => unknown): () => void {
  return () => {
    for (let index = 0; index < times; index += 1) work();
  };
}

const [ours, theirs] = await pairedMs(
  repeated(2000, () => compileFilter(condition)),
  repeated(2000, () => buildQuery({ filter })),
);
report({
  label: 'compiling ten terms, as a multiple of odata-query building them',
  value: ours / theirs,
  unit: '×',
  atMost: 1,
});

const terms = (count: number): Condition =>
  anyOf(Array.from({ length: count }, (_, index) => F('OrderNbr').eq(`${index}`)));
const [thousand, tenThousand] = [terms(1000), terms(10_000)];
const [short, long] = await pairedMs(
  repeated(10, () => compileFilter(thousand)),
  () => compileFilter(tenThousand),
);
report({
  label: 'compiling 10,000 terms, as a multiple of ten times 1,000 terms',
  value: long / short,
  unit: '×',
  atMost: 1.5,
});
