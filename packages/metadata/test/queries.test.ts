import { AcumaticaCannotOptimizeError, AcumaticaNotFoundError, AcumaticaQueryError } from '@acurecord/errors';
import { setDefaultClient } from '@acurecord/metadata';
import type { EntityGateway } from '@acurecord/metadata';
import { Customer, SalesOrder } from './demo-entities.js';
import { simulated } from './simulated.js';
import type { Simulated } from './simulated.js';

let erp: Simulated;

beforeAll(async () => {
  erp = await simulated({ cannotOptimize: { Customer: ['Email'] } });
  setDefaultClient(erp.client);
});

afterAll(async () => {
  setDefaultClient(undefined);
  await erp.close();
});

beforeEach(() => erp.sent());

const orders = SalesOrder.query().select('OrderNbr', 'Status');
const numbers = (records: readonly SalesOrder[]): unknown[] => records.map(({ OrderNbr }) => OrderNbr);

describe('a query', () => {
  it('asks what it says, and can show it without asking', async () => {
    const query = SalesOrder.where((o) => o.Status.eq('Open').and(o.OrderTotal.gt(5)))
      .expand('Details')
      .skip(2)
      .take(3);
    expect(query.compile()).toEqual({
      path: '/entity/Default/24.200.001/SalesOrder',
      params: { $filter: "Status eq 'Open' and OrderTotal gt 5", $expand: 'Details', $top: '3', $skip: '2' },
      url: "/entity/Default/24.200.001/SalesOrder?$filter=Status%20eq%20'Open'%20and%20OrderTotal%20gt%205&$expand=Details&$top=3&$skip=2",
    });
    const found = await query.toArray();
    expect(found).toHaveLength(3);
    for (const order of found) expect([order.Status, order.Details.length > 0]).toEqual(['Open', true]);
    expect(erp.sent()).toEqual([
      "GET SalesOrder?$filter=Status eq 'Open' and OrderTotal gt 5&$expand=Details&$top=3&$skip=2",
    ]);
  });

  it('is immutable, and not a promise', async () => {
    const all = SalesOrder.query();
    const narrow = all.where({ Status: 'Open' }).where((o) => o.OrderTotal.gt(1));
    expect('then' in all).toBe(false);
    expect([all.compile().params, narrow.compile().params]).toEqual([
      {},
      { $filter: "Status eq 'Open' and OrderTotal gt 1" },
    ]);
    expect(erp.sent()).toEqual([]);
  });

  it('reads everything in one request, however much there is', async () => {
    expect(await orders.toArray()).toHaveLength(erp.sim.store.count('SalesOrder'));
    expect(erp.sent()).toHaveLength(1);
  });

  it('reads pages one ahead, each record once, in the order of the form', async () => {
    const pages: number[] = [];
    const seen: SalesOrder[] = [];
    for await (const page of orders.pageSize(100).pages()) {
      pages.push(page.length);
      seen.push(...page);
    }
    expect(pages).toEqual([100, 100, 40]);
    expect(erp.sent()).toHaveLength(3);
    expect(numbers(seen)).toEqual(numbers(await orders.toArray()));
  });

  it('takes more than a page, and not one more', async () => {
    expect(numbers(await orders.skip(10).take(250).pageSize(60).toArray())).toEqual(
      numbers(await orders.skip(10).toArray()),
    );
    const some = await orders.take(7).pageSize(3).toArray();
    expect(some).toHaveLength(7);
    expect(
      erp
        .sent()
        .slice(-3)
        .map((line) => /\$top=\d+(&\$skip=\d+)?/.exec(line)?.[0]),
    ).toEqual(['$top=3', '$top=3&$skip=3', '$top=1&$skip=6']);
    expect(await orders.take(0).toArray()).toEqual([]);
  });

  it('stops reading when the loop is left', async () => {
    for await (const order of orders.pageSize(10)) if (order.OrderNbr !== undefined) break;
    await new Promise((resolve) => setImmediate(resolve));
    expect(erp.sent().length).toBeLessThanOrEqual(2);
  });

  it('gives the first one, or says that there is none', async () => {
    expect((await orders.first())?.OrderNbr).toBeDefined();
    expect(await SalesOrder.where({ OrderNbr: 'NONE' }).first()).toBeUndefined();
    await expect(SalesOrder.where({ OrderNbr: 'NONE' }).firstOrThrow()).rejects.toThrow(
      "No SalesOrder satisfies OrderNbr eq 'NONE'.",
    );
    await expect(SalesOrder.where({ OrderNbr: 'NONE' }).firstOrThrow()).rejects.toThrow(AcumaticaNotFoundError);
    expect([await orders.exists(), await SalesOrder.where({ OrderNbr: 'NONE' }).exists()]).toEqual([true, false]);
    expect(erp.sent().at(-1)).toBe("GET SalesOrder?$filter=OrderNbr eq 'NONE'&$select=OrderType&$top=1");
  });

  it('takes the id of a record for the GUID that it is', () => {
    const id = '13582EF4-BA9A-EE11-8359-0690322D016B';
    const query = Customer.where((c) => c.id.eq(id).and(c.MainContact.id.ne(id)).and(c.note.eq('x')));
    const literal = `guid'${id.toLowerCase()}'`;
    expect(query.compile().params.$filter).toBe(`id eq ${literal} and MainContact/id ne ${literal} and note eq 'x'`);
    expect(query.explain().unconfirmed).toContainEqual(expect.stringContaining("guid'…'"));
    expect(() => Customer.where({ id: 'ABARTENDE' }).compile()).toThrow('a GUID is needed');
  });

  it('refuses what the class does not have, before anything is sent', () => {
    expect(() => orders.select('Statu' as never)).toThrow('SalesOrder has no member "Statu". Did you mean Status');
    expect(() => orders.expand('Details/Nope' as never)).toThrow(
      'SalesOrderDetail has no member "Nope" (in "Details/Nope")',
    );
    expect(() => orders.expand('Status' as never)).toThrow('"Status" is a field');
    expect(() => SalesOrder.where((o) => (o as never as { Nope: typeof o.Status }).Nope.eq('x'))).toThrow(
      AcumaticaQueryError,
    );
    expect(() => SalesOrder.where({ Status: undefined } as never)).toThrow(AcumaticaQueryError);
    expect(() => SalesOrder.where((o) => o.Details as never)).toThrow(AcumaticaQueryError);
    expect(() => orders.take(-1)).toThrow('take() takes a whole number from 0');
    expect(() => orders.pageSize(0)).toThrow(AcumaticaQueryError);
    expect(erp.sent()).toEqual([]);
  });

  it('splits a long list of values into several requests, and merges them in order', async () => {
    const ids = erp.sim.store.all('Customer').map(({ CustomerID }) => String(CustomerID));
    const wanted = [...ids, ...Array.from({ length: 2_000 - ids.length }, (_, index) => `NOBODY${index}`)].reverse();
    const query = Customer.where((c) => c.CustomerID.in(wanted)).select('CustomerID');
    const found = await query.toArray();
    const all = await Customer.query().select('CustomerID').toArray();
    expect(found.map(({ CustomerID }) => CustomerID)).toEqual(all.map(({ CustomerID }) => CustomerID));
    const sent = erp.sent();
    expect(sent.length).toBeGreaterThan(10);
    expect(query.explain().notes).toEqual([
      `The list of values is too long for one URL: ${sent.length - 1} requests, merged in the order of the values.`,
    ]);
    expect((await query.skip(3).take(4).toArray()).map(({ CustomerID }) => CustomerID)).toEqual(
      all.slice(3, 7).map(({ CustomerID }) => CustomerID),
    );
  });

  it('reads records one by one where the server cannot list them and that was asked for', async () => {
    const refused: unknown = await Customer.query()
      .toArray()
      .catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(AcumaticaCannotOptimizeError);
    expect((refused as AcumaticaCannotOptimizeError).fields).toEqual(['Email']);
    expect((refused as Error).message).toContain(".fallback('each')");
    const query = Customer.query().take(6).fallback('each');
    erp.sent();
    expect((await query.toArray()).map(({ Email }) => typeof Email)).toEqual(Array.from({ length: 6 }, () => 'string'));
    expect(erp.sent()).toHaveLength(8);
    expect(query.explain().notes.join()).toContain('one request a record');
  });

  it('reads them by their keys where the list has no ids', async () => {
    const { gateway } = erp.client;
    const asked: unknown[] = [];
    const list: EntityGateway['list'] = async (request) =>
      (await gateway.list(request)).map(({ CustomerID }) => ({ CustomerID }));
    const get: EntityGateway['get'] = (request) => {
      asked.push(request.address);
      return gateway.get(request);
    };
    const client = { ...erp.client, gateway: { list, get } as unknown as EntityGateway };
    const [record] = await Customer.using(client).query().take(1).fallback('each').toArray();
    expect([asked, typeof record?.Email]).toEqual([[{ keys: [record?.CustomerID] }], 'string']);
  });

  it('gives rows without ids, of which no page says whether it was there before', async () => {
    const pages = [
      [{ OrderNbr: { value: 'a' } }, { OrderNbr: { value: 'b' } }],
      [{ OrderNbr: { value: 'c' } }, {}],
      [],
    ];
    const gateway = { list: async () => pages.shift() } as never;
    const found = await SalesOrder.using({ gateway, closed: false }).query().pageSize(2).toArray();
    expect(numbers(found)).toEqual(['a', 'b', 'c', undefined]);
  });

  it('notices a server that gives the same page again and again', async () => {
    const [row] = [{ id: '1' }];
    const gateway = { list: async () => [row, { id: '2' }] } as never;
    const endless = SalesOrder.using({ gateway, closed: false }).query().pageSize(2).toArray();
    await expect(endless).rejects.toThrow('it ignores $skip here');
  });
});

describe('a server that cuts lists without saying so', () => {
  let cut: Simulated;
  let all: unknown[];
  const key = (order: SalesOrder): unknown => order.OrderNbr;

  beforeAll(async () => {
    all = numbers(await orders.toArray());
    cut = await simulated({ assume: { hiddenTopCap: 100 } });
  });

  afterAll(() => cut.close());
  beforeEach(() => cut.sent());

  it.each([undefined, 500])('gives every record once all the same, with a page size of %s', async (size) => {
    const query = SalesOrder.using(cut.client).query({ select: ['OrderNbr'] });
    const found = await (size === undefined ? query : query.pageSize(size)).toArray();
    expect(all).toHaveLength(240);
    expect(found.map(key)).toEqual(all);
    const skips = cut.sent().map((line) => Number(/\$skip=(\d+)/.exec(line)?.[1] ?? 0));
    expect(skips).toEqual([0, 100, 200]);
  });

  it('gives as many as are taken, and no request more', async () => {
    const found = await SalesOrder.using(cut.client)
      .query({ select: ['OrderNbr'] })
      .take(200)
      .toArray();
    expect(found.map(key)).toEqual(all.slice(0, 200));
    expect(cut.sent()).toHaveLength(2);
  });

  it('is not suspected for an ordinary short list', async () => {
    const few = SalesOrder.using(cut.client)
      .query({ select: ['OrderNbr'] })
      .skip(219);
    expect(await few.toArray()).toHaveLength(21);
    expect(await few.pageSize(500).toArray()).toHaveLength(21);
    expect(cut.sent()).toHaveLength(2);
  });

  it('is asked once more, and believed, where the list just has a round length', async () => {
    const rows = Array.from({ length: 100 }, (_, index) => ({ id: String(index) }));
    for (const answer of [(skip: number) => rows.slice(skip), () => rows]) {
      const skips: number[] = [];
      const list = async ({ params }: { params: { $skip?: string } }): Promise<unknown> => {
        skips.push(Number(params.$skip ?? 0));
        return answer(Number(params.$skip ?? 0));
      };
      const client = { gateway: { list } as never, closed: false };
      expect(await SalesOrder.using(client).query().toArray()).toHaveLength(100);
      expect(skips).toEqual([0, 100]);
    }
  });
});
