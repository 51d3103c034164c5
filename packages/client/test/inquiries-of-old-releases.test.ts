import type { Assumptions, Simulator, SimulatorOptions } from '@acurecord/simulator';
import { F } from 'acurecord';
import type { AcumaticaClient } from 'acurecord';
import { connectTo, simulated } from './support/simulated.js';

const noon = new Date('2024-03-01T12:00:00Z');
const inquiries: SimulatorOptions['inquiries'] = {
  Sales: {
    keys: ['Nbr'],
    columns: {
      Nbr: 'String',
      Name: 'String',
      Total: 'Decimal',
      Rate: 'Double',
      Qty: 'Int',
      Serial: 'Long',
      SoldOn: 'DateTime',
      Ref: 'Guid',
      Paid: 'Boolean',
    },
    parameters: { Name: 'String', Total: 'Decimal', Qty: 'Int', SoldOn: 'DateTime', Ref: 'Guid', Paid: 'Boolean' },
    rows: Array.from({ length: 40 }, (_, at) => ({
      Nbr: `N${String(at).padStart(3, '0')}`,
      Name: at % 7 === 0 ? null : ['Tea', 'coffee', "O'Neil's", 'milk tea ', 'TEAPOT'][at % 5]!,
      Total: at % 6 === 0 ? null : at * 1.25 - 10,
      Rate: at / 4,
      Qty: at % 9,
      Serial: at * 1_000_000_000,
      SoldOn: at % 8 === 0 ? null : new Date(noon.getTime() + (at - 20) * 7_200_000).toISOString(),
      Ref: `7d38e6f1-0000-4000-8000-0000000000${String(at + 10)}`,
      Paid: at % 3 === 0 ? null : at % 2 === 0,
    })),
  },
};

/** Every operator there is, on every type it suits. */
const conditions = {
  eq: F('Name').eq('TEA'),
  ne: F('Name').ne('tea'),
  'eq of a text with a quote': F('Name').eq("O'Neil's"),
  'gt of a decimal': F('Total').gt(1.25),
  'ge of a decimal': F('Total').ge(2.5),
  'lt of a double': F('Rate').lt(2.5),
  'le of a double': F('Rate').le(2.25),
  'gt of a whole number': F('Qty').gt(4),
  'gt of a long number': F('Serial').gt(12_000_000_000),
  in: F('Nbr').in(['N001', 'N017', 'N999']),
  'in of decimals': F('Total').in([-8.75, 20]),
  isNull: F('Name').isNull(),
  isNotNull: F('Total').isNotNull(),
  'eq of a boolean': F('Paid').eq(true),
  'eq of a guid': F('Ref').eq('7d38e6f1-0000-4000-8000-000000000012'),
  'ge of an instant': F('SoldOn').ge(noon),
  'lt of a day': F('SoldOn').lt('2024-03-01'),
  contains: F('Name').contains('tea'),
  startsWith: F('Name').startsWith('tea'),
  endsWith: F('Name').endsWith('pot'),
  'not contains': F('Name').contains('tea').not(),
  toLower: F('Name').toLower().eq('teapot'),
  toUpper: F('Name').toUpper().startsWith('MILK'),
  trim: F('Name').trim().length().eq(8),
  length: F('Name').length().gt(3),
  indexOf: F('Name').indexOf('ea').eq(1),
  substring: F('Name').substring(0, 3).eq('tea'),
  concat: F('Name').concat('!').eq('tea!'),
  year: F('SoldOn').year().eq(2024),
  month: F('SoldOn').month().eq(2),
  day: F('SoldOn').day().eq(29),
  hour: F('SoldOn').hour().ge(16),
  minute: F('SoldOn').minute().eq(0),
  second: F('SoldOn').second().ne(1),
  date: F('SoldOn').date().eq('2024-03-01'),
  'date, otherwise': F('SoldOn').date().ne('2024-03-01'),
  round: F('Total').round().eq(4),
  floor: F('Total').floor().gt(3.5),
  ceiling: F('Rate').ceiling().le(2.5),
  add: F('Total').add(0.5).gt(30.25),
  sub: F('Rate').sub(0.25).eq(1),
  mul: F('Total').mul(F('Qty')).gt(100),
  div: F('Rate').div(2).gt(4.5),
  mod: F('Qty').mod(3).eq(1),
  'two columns': F('Total').gt(F('Qty')),
  and: F('Qty').gt(2).and(F('Paid').ne(true), F('Rate').gt(1)),
  or: F('Qty').eq(2).or(F('Name').contains('milk')),
  not: F('Qty').gt(2).and(F('Total').lt(5)).not(),
};

/** Rows of everything that is sold, however the release takes parameters. */
const sales = (client: AcumaticaClient) => client.inquiries.get('Sales').parameters({ Name: null });

describe('§14 an inquiry of 23R2', () => {
  const sites: Simulator[] = [];
  const clients: AcumaticaClient[] = [];
  const connected = async (options: SimulatorOptions): Promise<AcumaticaClient> => {
    const sim = await simulated({ inquiries, odataPageSize: 15, ...options });
    sites.push(sim);
    const client = await connectTo(sim);
    clients.push(client);
    return client;
  };
  let latest: AcumaticaClient;
  const old = new Map<string, AcumaticaClient>();
  const assumed: Record<string, Partial<Assumptions>> = {
    'as documented': {},
    'with numbers and UTC dates': { odataV3Numbers: 'number', odataV3Dates: 'utc', odataNextLink: 'relative' },
    'with zoned dates': { odataV3Dates: 'offset', odataKeys: 'padded' },
    'that converts types': { odataV3MixedTypes: 'converted' },
  };

  beforeAll(async () => {
    latest = await connected({ release: '24R2' });
    for (const [name, assume] of Object.entries(assumed)) old.set(name, await connected({ release: '23R2', assume }));
  });
  afterAll(async () => {
    for (const client of clients) await client.close();
    for (const sim of sites) await sim.close();
  });

  test.each(Object.entries(conditions))('answers the same rows as 24R2: %s', async (_name, condition) => {
    const expected = await sales(latest).where(condition).toArray();
    expect(expected.length).toBeGreaterThan(0);
    expect(expected.length).toBeLessThan(40);
    for (const client of old.values()) expect(await sales(client).where(condition).toArray()).toEqual(expected);
  });

  test.each([...Object.keys(assumed)])('is sorted, narrowed, cut and paged in the same way %s', async (name) => {
    const client = old.get(name)!;
    for (const asked of [
      (each: AcumaticaClient) => sales(each),
      (each: AcumaticaClient) => sales(each).orderBy('Qty desc', 'Nbr').skip(3).take(20),
      (each: AcumaticaClient) => sales(each).select('Nbr', 'Total').where(F('Qty').gt(3)),
    ])
      expect(await asked(client).toArray()).toEqual(await asked(latest).toArray());
  });

  test.each([
    { Name: "O'Neil's" },
    { Total: -8.75 },
    { Qty: 4 },
    { SoldOn: new Date(noon.getTime() + 7_200_000) },
    { Ref: '7d38e6f1-0000-4000-8000-000000000012' },
    { Paid: true, Qty: 4 },
  ])('takes the same parameters: %j', async (parameters) => {
    const expected = await latest.inquiries.get('Sales').run(parameters);
    expect(expected.length).toBeGreaterThan(0);
    expect(expected.length).toBeLessThan(20);
    for (const client of old.values()) expect(await client.inquiries.get('Sales').run(parameters)).toEqual(expected);
  });

  test('describes itself as such', async () => {
    expect(await old.get('as documented')!.inquiries.get('Sales').describe()).toMatchObject({ odataVersion: 3 });
    expect(await latest.inquiries.get('Sales').describe()).not.toHaveProperty('odataVersion');
  });

  test('is not asked what its version of OData cannot say', async () => {
    const sim = sites[1]!;
    const before = sim.requests().length;
    const wrong = sales(old.get('as documented')!).where(F.SoldOn.date().eq(F.SoldOn));
    await expect(wrong.toArray()).rejects.toThrow('OData version 3 has no date() function.');
    expect(sim.requests()).toHaveLength(before);
  });

  test('is asked by condition and by text in the version its server reads', async () => {
    const sim = sites[1]!;
    await sales(old.get('as documented')!)
      .where(F.Name.contains('tea').and(F.Total.gt(0.5), F.SoldOn.ge(noon)))
      .toArray();
    expect(sim.requests().at(-1)).toMatchObject({
      path: '/odata/Company/Sales_WithParameters',
      query: {
        name: 'null',
        $filter: "substringof('tea',Name) and Total gt 0.5M and SoldOn ge datetime'2024-03-01T12:00:00'",
      },
    });
  });
});
