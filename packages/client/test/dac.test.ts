import { startSimulator } from '@acurecord/simulator';
import type { Simulator } from '@acurecord/simulator';
import { AcumaticaConfigError, AcumaticaQueryError } from 'acurecord';
import type { AcumaticaClient } from 'acurecord';
import { connectTo, requestsOf } from './support/simulated.js';

let simulator: Simulator;
let client: AcumaticaClient;
beforeEach(async () => {
  simulator = await startSimulator({
    languages: ['en', 'fr'],
    trackDeleted: ['SOOrder', 'Customer'],
    data: {
      Customer: [{ CustomerID: 'YOGI', CustomerName: 'Yogi' }, { CustomerID: 'GONE' }],
      StockItem: [
        { InventoryID: 'JAM', Description: { value: 'Jam', translations: { fr: 'Confiture' } } },
        { InventoryID: 'OLD', archived: true },
      ],
      SalesOrder: [
        {
          OrderType: 'SO',
          OrderNbr: '000001',
          CustomerID: 'YOGI',
          OrderTotal: 12.5,
          Date: '2026-01-02T00:00:00Z',
          Details: [
            { LineNbr: 1, InventoryID: 'JAM' },
            { LineNbr: 2, InventoryID: 'JAM' },
          ],
        },
        { OrderType: 'SO', OrderNbr: '000002' },
      ],
    },
  });
  client = await connectTo(simulator);
});
afterEach(async () => {
  await client.close();
  await simulator.close();
});

const lastFilter = (): string | undefined => simulator.requests().at(-1)?.query['$filter'];
const numbers = async (query: AsyncIterable<Readonly<Record<string, unknown>>>): Promise<unknown[]> => {
  const found: unknown[] = [];
  for await (const row of query) found.push(row['OrderNbr']);
  return found;
};

describe('client.dac', () => {
  it('finds a class by each of its names, and reads values as a program needs them', async () => {
    for (const name of ['SOOrder', 'SalesOrder', 'PX_Objects_SO_SOOrder', 'PX.Objects.SO.SOOrder', 'soorder'])
      expect(await numbers(client.dac(name))).toEqual(['000001', '000002']);
    expect(await client.dac('Customer').where({ AcctCD: 'YOGI' }).firstOrThrow()).toMatchObject({
      AcctCD: 'YOGI',
      BAccountID: expect.any(Number) as number,
    });
    const [order] = await client.dac('SOOrder').take(1).toArray();
    expect(order).toMatchObject({ CuryOrderTotal: 12.5, OrderDate: new Date('2026-01-02T00:00:00Z') });
  });

  it('says which class was meant, which column, and which way, before it asks for rows', async () => {
    const error: unknown = await client
      .dac('SOOrdr')
      .toArray()
      .catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(AcumaticaConfigError);
    expect((error as Error).message).toContain('SOOrder');
    await client.dac('SOOrder').describe();
    const before = simulator.requests().length;
    await expect(
      client
        .dac('SOOrder')
        .where((o) => o.Stats.eq('N'))
        .toArray(),
    ).rejects.toThrow(/Did you mean Status/);
    await expect(
      client
        .dac('SOOrder')
        .where((o) => o('SOLineCollection').some((l) => l.LinNbr.eq(1)))
        .toArray(),
    ).rejects.toThrow(/LineNbr/);
    await expect(client.dac('SOOrder').expand('SOLinesCollection').toArray()).rejects.toThrow(/SOLineCollection/);
    await expect(client.dac('SOOrder').expand('Status').toArray()).rejects.toThrow(/read without expand/);
    await expect(
      client
        .dac('SOOrder')
        .where((o) => o.IsFullyPaid.eq(true))
        .toArray(),
    ).rejects.toThrow(/not in the database/);
    await expect(client.dac('SOOrder').select('NoteText').toArray()).rejects.toThrow(/not in the database/);
    expect(simulator.requests()).toHaveLength(before);
  });

  it('asks by what a row leads to', async () => {
    expect(await numbers(client.dac('SOOrder').where((o) => o.CustomerByCustomerID.AcctCD.eq('YOGI')))).toEqual([
      '000001',
    ]);
    expect(lastFilter()).toBe("CustomerByCustomerID/AcctCD eq 'YOGI'");
    expect(await numbers(client.dac('SOOrder').where((o) => o.CustomerByCustomerID.eq(null)))).toEqual(['000002']);
    expect(
      await numbers(client.dac('SOOrder').where((o) => o('SOLineCollection').some((l) => l.LineNbr.eq(2)))),
    ).toEqual(['000001']);
    expect(lastFilter()).toBe('SOLineCollection/any(d1:d1/LineNbr eq 2)');
    const ordered = client
      .dac('Customer')
      .where((c) => c('SOOrderCollection').some((o) => o('SOLineCollection').some((l) => l.LineNbr.gt(1))));
    expect((await ordered.toArray()).map(({ AcctCD }) => AcctCD)).toEqual(['YOGI']);
  });

  it('reads along what a row leads to, in the same form', async () => {
    const [order] = await client
      .dac('SOOrder')
      .select('OrderNbr', 'SOLineCollection/LineNbr', 'SOLineCollection/InventoryItemByInventoryID/InventoryCD')
      .expand('CustomerByCustomerID')
      .take(1)
      .toArray();
    expect(order).toMatchObject({
      OrderNbr: '000001',
      CustomerByCustomerID: { AcctCD: 'YOGI', AcctName: 'Yogi' },
      SOLineCollection: [
        { LineNbr: 1, InventoryItemByInventoryID: { InventoryCD: 'JAM' } },
        { LineNbr: 2, InventoryItemByInventoryID: { InventoryCD: 'JAM' } },
      ],
    });
  });

  it('reads archived and deleted rows, and texts in a language, where that is asked for', async () => {
    const items = (options: object): Promise<number> =>
      client
        .dac('InventoryItem')
        .options(options)
        .toArray()
        .then(({ length }) => length);
    expect([await items({}), await items({ archived: true })]).toEqual([1, 2]);
    await client.models.Customer.deleteByKey('GONE');
    expect(await client.dac('Customer').toArray()).toHaveLength(1);
    expect(await client.dac('Customer').options({ deleted: true }).toArray()).toHaveLength(2);
    const french = client.with({ locale: 'fr-FR' }).dac('InventoryItem');
    expect(await french.firstOrThrow()).toMatchObject({ Descr: 'Confiture' });
  });

  it('tells which records were deleted, and since when', async () => {
    const { id } = await client.models.SalesOrder.find('SO', '000002');
    await client.models.SalesOrder.deleteByKey('SO', '000002');
    const [gone, ...more] = await client.dac('SOOrder').deleted();
    expect(gone).toEqual({ RefNoteID: id, DeleteDate: expect.any(Date) as Date });
    expect(more).toEqual([]);
    const since = new Date((gone?.DeleteDate.getTime() ?? 0) + 1000);
    expect(await client.dac('SalesOrder').deleted({ since })).toEqual([]);
    const error: unknown = await client
      .dac('SOLine')
      .deleted()
      .catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(AcumaticaQueryError);
    expect((error as AcumaticaQueryError).suggestions[0]).toContain('SM207010');
  });

  it('asks for the description of the tables once, and not at all before it is needed', async () => {
    const asked = (): number => requestsOf(simulator).filter((request) => request.includes('$metadata')).length;
    const query = client
      .dac('SOOrder')
      .where((o) => o.Status.eq('N'))
      .take(1);
    expect(asked()).toBe(0);
    await Promise.all([query.toArray(), client.dac('Customer').first()]);
    expect(asked()).toBe(1);
  });
});

test('inquiries lead nowhere', async () => {
  await expect(client.inquiries.get('Customers').expand('Orders').toArray()).rejects.toThrow(/no column "Orders"/);
});
