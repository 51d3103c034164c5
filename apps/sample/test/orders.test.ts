import type { CompiledOrders, FilterDraft, OrderField, OrderPage, Problem } from '../contract/index.js';
import { csvCell } from '../src/orders/csv-of-orders.js';
import { useDesk } from './support/use-desk.js';

const { opened, get } = useDesk();

const query = (parts: Record<string, string | object>): string => {
  const entries = Object.entries(parts).map(([name, value]) => [
    name,
    typeof value === 'string' ? value : JSON.stringify(value),
  ]);
  return new URLSearchParams(entries as [string, string][]).toString();
};

const all = (...conditions: FilterDraft['conditions'][number][]): FilterDraft => ({ match: 'all', conditions });

it('offers the fields and operators of the endpoint', async () => {
  const { body } = await get<OrderField[]>('/api/orders/fields');
  const named = new Map(body.map((field) => [field.name, field]));
  expect(named.get('OrderTotal')).toMatchObject({ label: 'Order total', type: 'Decimal' });
  expect(named.get('CustomerID')?.label).toBe('Customer ID');
  expect(named.get('OrderTotal')?.operators.map(({ op }) => op)).not.toContain('contains');
  expect(named.get('Description')?.operators.map(({ op }) => op)).not.toContain('gt');
  expect(named.get('RequestedOn')?.operators).toContainEqual({ op: 'lt', label: 'is before' });
  expect(named.get('Status')?.values).toContain('On Hold');
  expect(named.has('Details')).toBe(false);
});

describe('the OData of a filter', () => {
  it.each<[string, FilterDraft, string]>([
    ['nothing', all(), ''],
    [
      'a text with a quote',
      all({ field: 'Description', op: 'contains', value: "O'Neil" }),
      "$filter=substringof('O''Neil',Description)",
    ],
    [
      'a number and a choice',
      all({ field: 'OrderTotal', op: 'ge', value: '1000.5' }, { field: 'Status', op: 'eq', value: 'Open' }),
      "$filter=OrderTotal ge 1000.5 and Status eq 'Open'",
    ],
    [
      'any of them',
      {
        match: 'any',
        conditions: [
          { field: 'Hold', op: 'eq', value: 'true' },
          { field: 'ShipVia', op: 'isNull' },
        ],
      },
      '$filter=Hold eq true or ShipVia eq null',
    ],
    [
      'a whole day',
      all({ field: 'Date', op: 'eq', value: '2026-01-31' }),
      "$filter=Date ge datetimeoffset'2026-01-31T00:00:00+00:00' and Date lt datetimeoffset'2026-02-01T00:00:00+00:00'",
    ],
  ])('is shown for %s, and nothing is sent', async (_what, filter, expected) => {
    const before = opened.simulator.requests().length;
    const { status, body } = await get<CompiledOrders>(`/api/orders/odata?${query({ filter })}`);
    expect(status).toBe(200);
    expect(body.odata.split('&$select')[0]?.replace(/^\$select.*/, '')).toBe(expected);
    expect(body.url).toMatch(/^\/entity\/Default\/24\.200\.001\/SalesOrder\?/);
    expect(opened.simulator.requests()).toHaveLength(before);
  });

  it('says how it was adapted', async () => {
    const filter = all({ field: 'Description', op: 'contains', value: 'x' });
    const { body } = await get<CompiledOrders>(`/api/orders/odata?${query({ filter, sort: 'Date desc' })}`);
    expect(body.notes.join('\n')).toContain('cannot sort');
  });
});

describe('a question that makes no sense', () => {
  it.each<[string, Record<string, string | object>, string | undefined]>([
    ['a field that is not there', { filter: all({ field: 'Password', op: 'eq', value: '1' }) }, 'conditions.0.field'],
    ['a member of every object', { filter: all({ field: 'constructor', op: 'eq', value: '1' }) }, 'conditions.0.field'],
    [
      'an operator for another type',
      { filter: all({ field: 'OrderTotal', op: 'contains', value: '1' }) },
      'conditions.0.op',
    ],
    ['a number that is none', { filter: all({ field: 'OrderTotal', op: 'gt', value: '1,5' }) }, 'conditions.0.value'],
    ['a day that is none', { filter: all({ field: 'Date', op: 'gt', value: '2026-02-30' }) }, 'conditions.0.value'],
    ['no value', { filter: all({ field: 'Status', op: 'eq', value: ' ' }) }, 'conditions.0.value'],
    [
      'a value that is no text',
      { filter: { match: 'all', conditions: [{ field: 'Status', op: 'eq', value: 1 }] } },
      'conditions.0.value',
    ],
    ['no JSON', { filter: '{' }, undefined],
    ['no conditions', { filter: { match: 'all' } }, undefined],
    [
      'too many conditions',
      { filter: all(...Array<never>(21).fill({ field: 'Status', op: 'isNull' } as never)) },
      undefined,
    ],
    ['a text that is too long', { filter: 'x'.repeat(9_000) }, 'filter'],
    ['a sort by nothing', { sort: 'Details desc' }, 'sort'],
    ['a sort in a third direction', { sort: 'Date sideways' }, 'sort'],
    ['a page before the first', { page: '0' }, 'page'],
    ['a page that is too large', { pageSize: '500' }, 'pageSize'],
    ['a parameter that nobody knows', { $filter: "Status eq 'Open'" }, '$filter'],
  ])('is refused before anything is sent: %s', async (_what, parts, path) => {
    const before = opened.simulator.requests().length;
    const { status, body } = await get<Problem>(`/api/orders?${query(parts)}`);
    expect(status).toBe(400);
    expect(body.errors?.[0]?.path).toBe(path);
    expect(opened.simulator.requests()).toHaveLength(before);
  });
});

describe('the list', () => {
  it('comes in pages that hold every order once', async () => {
    const seen: string[] = [];
    let hasMore = true;
    for (let page = 1; hasMore; page += 1) {
      const { body } = await get<OrderPage>(`/api/orders?${query({ page: String(page), pageSize: '100' })}`);
      seen.push(...body.rows.map(({ orderType, orderNbr }) => `${orderType} ${orderNbr}`));
      hasMore = body.hasMore;
    }
    expect(seen).toHaveLength(opened.simulator.store.count('SalesOrder'));
    expect(new Set(seen).size).toBe(seen.length);
  });

  it('reads the fields it shows and nothing else', async () => {
    await get('/api/orders?pageSize=10');
    const last = opened.simulator.requests().findLast(({ path }) => path.endsWith('/SalesOrder'));
    expect(last?.query).toEqual({
      $select: 'OrderType,OrderNbr,Status,CustomerID,Date,RequestedOn,OrderTotal,CurrencyID',
      $top: '11',
    });
  });

  it('is filtered by the ERP', async () => {
    const filter = all(
      { field: 'Status', op: 'eq', value: 'On Hold' },
      { field: 'OrderTotal', op: 'gt', value: '500' },
    );
    const { body } = await get<OrderPage>(`/api/orders?${query({ filter })}`);
    expect(body.rows.length).toBeGreaterThan(0);
    expect(body.rows.every(({ status, total }) => status === 'On Hold' && total > 500)).toBe(true);
  });

  it('is sorted, with names of customers', async () => {
    const { body } = await get<OrderPage>(`/api/orders?${query({ sort: 'OrderTotal desc', pageSize: '5' })}`);
    const totals = body.rows.map(({ total }) => total);
    expect(totals).toEqual([...totals].sort((a, b) => b - a));
    expect(body.hasMore).toBe(true);
    expect(body.rows[0]?.customerName).toBeTruthy();
    const second = await get<OrderPage>(`/api/orders?${query({ sort: 'OrderTotal desc', pageSize: '5', page: '2' })}`);
    expect(second.body.rows[0]?.total).toBeLessThanOrEqual(totals.at(-1) ?? 0);
  });

  it('says which orders are late', async () => {
    const filter = all({ field: 'Status', op: 'eq', value: 'On Hold' });
    const { body } = await get<OrderPage>(`/api/orders?${query({ filter, pageSize: '100' })}`);
    const today = new Date().toISOString().slice(0, 10);
    for (const row of body.rows) expect(row.late).toBe(row.orderType !== 'QT' && (row.requestedOn ?? '9') < today);
  });
});

describe('the CSV file', () => {
  it('holds every order of the filter', async () => {
    const { text, headers } = await get('/api/orders.csv');
    expect(headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(headers['content-disposition']).toBe('attachment; filename="orders.csv"');
    const lines = text
      .replace(/^\uFEFF/, '')
      .trimEnd()
      .split('\r\n');
    expect(lines[0]).toBe('Type,Order,Status,Customer,Customer name,Date,Requested on,Total,Currency,Late');
    expect(lines).toHaveLength(1 + opened.simulator.store.count('SalesOrder'));
    const filter = all({ field: 'Status', op: 'eq', value: 'Nothing' });
    expect((await get(`/api/orders.csv?${query({ filter })}`)).text.split('\r\n')).toHaveLength(2);
  });

  it('says what is wrong before it begins', async () => {
    const { status, headers } = await get('/api/orders.csv?sort=Nothing');
    expect(status).toBe(400);
    expect(headers['content-disposition']).toBeUndefined();
  });

  it.each([
    ['=HYPERLINK("http://evil.example")', `"'=HYPERLINK(""http://evil.example"")"`],
    ['+1', "'+1"],
    ['-1+2', "'-1+2"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', `'\t=1`],
    [' =1', `' =1`],
    ['A "good" one, really', '"A ""good"" one, really"'],
    ['two\nlines', '"two\nlines"'],
    ['plain', 'plain'],
    [-12.5, '-12.5'],
    [null, ''],
    [true, 'true'],
  ])('takes %j as text, never as a formula', (value, expected) => {
    expect(csvCell(value)).toBe(expected);
  });
});
