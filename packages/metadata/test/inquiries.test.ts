import { AcumaticaQueryError, AcumaticaServerError } from '@acurecord/errors';
import { InquiryQuery, readODataMetadata, RestGateway } from '@acurecord/metadata';
import type { InquiryRow, ODataSchema } from '@acurecord/metadata';
import { scriptedClient } from '@acurecord/metadata/testing';
import { simulated } from './simulated.js';
import type { Simulated } from './simulated.js';

let erp: Simulated;
let schema: ODataSchema;

beforeAll(async () => {
  erp = await simulated({ odataPageSize: 25 });
  schema = readODataMetadata(await (erp.client.gateway as RestGateway).odataMetadata('gi'));
});

afterAll(() => erp.close());

const inquiry = (name: string): InquiryQuery => {
  const found = schema.inquiries[name];
  if (found === undefined) throw new Error(`There is no ${name}, only ${Object.keys(schema.inquiries).join(', ')}`);
  return new InquiryQuery({ inquiry: found, client: erp.client });
};

describe('a generic inquiry', () => {
  it('is asked with conditions, order and limits', async () => {
    const query = inquiry('Open Sales Orders')
      .where({ Customer: 'ABARTENDE' })
      .orderBy('OrderNbr desc')
      .select('OrderNbr', 'Date')
      .take(3);
    expect(query.compile()).toMatchObject({
      set: 'Open Sales Orders',
      params: { $filter: "Customer eq 'ABARTENDE'", $select: 'OrderNbr,Date', $orderby: 'OrderNbr desc', $top: '3' },
    });
    const rows = await query.toArray();
    const numbers = rows.map(({ OrderNbr }) => String(OrderNbr));
    expect(numbers).toEqual([...numbers].sort().reverse());
    expect(rows.length).toBeLessThanOrEqual(3);
    for (const { Date: date } of rows) expect(date).toBeInstanceOf(Date);
  });

  it('is read to its end, page by page, on the session there is', async () => {
    const pages: number[] = [];
    for await (const page of inquiry('Customers').pages()) pages.push(page.length);
    expect(pages).toEqual([25, 25, 14]);
    expect(await inquiry('Customers').toArray()).toHaveLength(64);
    expect((await inquiry('Customers').take(30).toArray()).map(({ CustomerID }) => CustomerID)).toHaveLength(30);
    expect(erp.sim.sessions()).toHaveLength(1);
  });

  it('gives values as a program needs them', async () => {
    const row = await inquiry('Customers').where({ CustomerID: 'ABARTENDE' }).firstOrThrow();
    expect(row).toMatchObject({ CustomerID: 'ABARTENDE', CustomerStatus: 'Active' });
    expect([typeof row.CreditLimit, row.LastModifiedOn instanceof Date]).toEqual(['number', true]);
    await expect(inquiry('Customers').where({ CustomerID: 'NOBODY' }).firstOrThrow()).rejects.toThrow(
      'Customers has no such row',
    );
    expect(await inquiry('Customers').where({ CustomerID: 'NOBODY' }).exists()).toBe(false);
  });

  it('takes parameters', async () => {
    const rows = await inquiry('Invoices by Customer').run({ Customer: 'SUMMITFOO' });
    expect(rows.length).toBeGreaterThan(0);
    expect(new Set(rows.map(({ Customer }) => Customer))).toEqual(new Set(['SUMMITFOO']));
    await expect(inquiry('Invoices by Customer').toArray()).rejects.toThrow('gives no rows without parameters');
  });

  it('refuses unknown columns before anything is sent', () => {
    expect(() => inquiry('Customers').select('CustomerId')).toThrow('Did you mean CustomerID');
    expect(() => inquiry('Customers').orderBy('Nope desc')).toThrow('Customers has no column "Nope"');
    expect(() => inquiry('Customers').where({ Nope: 1 } as never)).toThrow(AcumaticaQueryError);
    expect(() => inquiry('Customers').parameters({ A: 1 })).toThrow('Customers has no parameter "A". It has none.');
  });
});

const parameterised = {
  name: 'Sales',
  keys: ['Nbr'],
  members: { Nbr: { type: 'String', nullable: false }, Amount: { type: 'Decimal', nullable: true } },
  call: { function: 'Sales_WithParameters', parameters: { Branch: 'String', From: 'DateTime', Count: 'Int' } },
} as const;

describe('an inquiry with parameters', () => {
  const rows = [
    { Nbr: '1  ', Amount: '1999.000000', '@odata.etag': 'x' },
    { Nbr: '2', Amount: null },
  ];

  it('is called with them', async () => {
    const client = scriptedClient(() => ({ rows }));
    const query = new InquiryQuery<InquiryRow>({ inquiry: parameterised, client });
    expect(await query.run({ Branch: "O'Neil", From: new Date('2024-01-02T00:00:00Z'), Count: 3 })).toEqual([
      { Nbr: '1', Amount: 1999 },
      { Nbr: '2', Amount: null },
    ]);
    expect(client.calls[0]?.request).toMatchObject({
      source: 'gi',
      set: "Sales_WithParameters(Branch='O''Neil',From=2024-01-02T00:00:00Z,Count=3)",
      params: {},
    });
    expect(query.parameters({ Branch: 'A/B' }).compile()).toEqual({
      set: 'Sales_WithParameters(Branch=@p0)',
      params: { '@p0': "'A/B'" },
      url: "/Sales_WithParameters(Branch%3D%40p0)?%40p0='A/B'",
    });
  });

  it('is not called without them, or with others', async () => {
    const query = new InquiryQuery({ inquiry: parameterised, client: scriptedClient() });
    await expect(query.toArray()).rejects.toThrow('Sales gives no rows without parameters. Set Branch, From, Count');
    expect(() => query.parameters({ Brnch: 'x' })).toThrow('Did you mean Branch?');
    expect(() => query.parameters({ Count: '1) or (1' })).toThrow('is no value for Count');
    expect(() => query.parameters({ Branch: {} })).toThrow(AcumaticaQueryError);
  });

  it('that is answered with nothing at all is an error', async () => {
    const transport = { baseUrl: 'http://localhost', send: async () => ({ status: 200, body: undefined }) };
    const gateway = new RestGateway(transport as never, { endpoint: 'Default', version: '1', tenant: 'A B' });
    await expect(gateway.odata({ source: 'gi', set: 'Sales', params: {} })).rejects.toThrow(AcumaticaServerError);
    const nameless = new RestGateway(transport as never, { endpoint: 'Default', version: '1' });
    await expect(nameless.odata({ source: 'dac', set: 'Sales', params: {} })).rejects.toThrow('name of the tenant');
  });
});
