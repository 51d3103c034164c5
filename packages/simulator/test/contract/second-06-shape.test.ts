import { startSimulator } from '../../src/index.js';
import type { SimulatorOptions } from '../../src/index.js';
import { declaredDocument } from '../support/declared-document.js';
import { signedIn, wired } from '../support/signed-in.js';
import type { Caller } from '../support/signed-in.js';
import { values } from '../support/wire-record.js';

const entities = {
  Order: {
    form: 'Orders (SO301000)',
    keys: 'Kind Nbr',
    members:
      'Zone Kind Nbr aLower Due:DateTime LastModifiedDateTime:DateTime Total:Decimal Lines*Line Boxes*Box Contact>Contact',
  },
  Line: { members: 'Qty:Decimal Item LineNbr:Int Splits*Split' },
  Split: { members: 'Lot' },
  Box: { members: 'Tracking Weight:Decimal' },
  Contact: { members: 'Email Phone Address>Address' },
  Address: { members: 'City' },
  PayPeriod: { form: 'Pay Periods (PR201000)', keys: 'Nbr', members: 'Nbr Name' },
};
const Order = [
  {
    Kind: 'SO',
    Nbr: '1',
    Zone: 'A',
    Total: 2,
    Lines: [{ LineNbr: 1, Item: 'X', Qty: 1 }],
    Boxes: [{ Tracking: 'T1', Weight: 3 }],
    Contact: { Email: 'a@b.example', Address: { City: 'Oslo' } },
    custom: { Document: { UsrColour: { type: 'CustomStringField', value: 'red' } } },
  },
];

async function tried<T>(
  options: SimulatorOptions & { readonly contract?: number },
  work: (caller: Caller) => Promise<T>,
): Promise<T> {
  const { contract = 4, ...rest } = options;
  const schema = declaredDocument(entities, { contract });
  await using simulator = await startSimulator({ schema, keys: { Order: ['Kind', 'Nbr'] }, data: { Order }, ...rest });
  return await work(await signedIn(simulator, {}, '/entity/Own/1'));
}

const namesOf = (record: unknown): string[] => Object.keys(record as object);
const put = async (
  query: string,
  body: Record<string, unknown>,
  options: Parameters<typeof tried>[0] = {},
): Promise<Record<string, unknown>> =>
  tried(options, async (caller) =>
    values(await caller.put(`Order${query}`, { ...wired({ Kind: 'SO', Nbr: '1' }), ...body })),
  );

describe('§6 the order of members', () => {
  it('is alphabetical without regard to case, between id, rowNumber, note and custom, _links', async () => {
    const record = await tried({}, async (caller) =>
      values(await caller.get('Order/SO/1?$expand=Lines,Contact,files')),
    );
    expect(namesOf(record)).toEqual([
      ...['id', 'rowNumber', 'note', 'aLower', 'Contact', 'Due', 'Kind', 'LastModifiedDateTime', 'Lines', 'Nbr'],
      ...['Total', 'Zone', 'custom', '_links', 'files'],
    ]);
    const [line] = record['Lines'] as unknown as object[];
    expect(namesOf(line)).toEqual(['id', 'rowNumber', 'note', 'Item', 'LineNbr', 'Qty', 'custom', '_links']);
  });
});

describe('§6 _links', () => {
  const shown = (options: Parameters<typeof tried>[0], path = 'Order/SO/1'): Promise<boolean> =>
    tried(options, async (caller) => (await caller.get(path)).text.includes('_links'));

  it('came with the releases of 2022, unless an option says otherwise', async () => {
    expect(await shown({ release: '21R2' })).toBe(false);
    expect(await shown({ release: '22R2' })).toBe(true);
    expect(await shown({ release: '21R2', links: true })).toBe(true);
    expect(await shown({ release: '22R2', links: false })).toBe(false);
  });

  it('are on no pay period and in no inquiry', async () => {
    expect(await shown({ data: { PayPeriod: [{ Nbr: '1' }] } }, 'PayPeriod/1')).toBe(false);
    await using simulator = await startSimulator();
    const caller = await signedIn(simulator);
    const body = wired({ InventoryID: 'GLPINT16' });
    const inquiry = await caller.put('InventorySummaryInquiry?$expand=Results', body);
    expect(inquiry.text).toContain('"Results":[{');
    expect(inquiry.text).not.toContain('_links');
  });
});

it('§6 contract 3 writes notes as text, files on every record and row, and no _links', async () => {
  const record = await tried({ contract: 3 }, async (caller) => values(await caller.get('Order/SO/1?$expand=Lines')));
  const [line] = record['Lines'] as unknown as Record<string, unknown>[];
  expect([record['note'], record['files'], '_links' in record]).toEqual(['', [], false]);
  expect([line?.['note'], line?.['files']]).toEqual(['', []]);
  expect(namesOf(record).slice(-2)).toEqual(['custom', 'files']);
});

describe('§6 a note after a PUT', () => {
  const notes = async (names: readonly string[], screen = 'XX101000'): Promise<unknown[]> => {
    const own = Object.fromEntries(
      names.map((name) => [name, { form: `A form (${screen})`, keys: 'Code', members: 'Code Name' }]),
    );
    const data = Object.fromEntries(names.map((name) => [name, [{ Code: 'A' }]]));
    await using simulator = await startSimulator({ schema: declaredDocument(own), data });
    const caller = await signedIn(simulator, {}, '/entity/Own/1');
    const answers = names.flatMap((name) =>
      ['A', 'B'].map(async (Code) => values(await caller.put(name, wired({ Code })))['note']),
    );
    return [...new Set((await Promise.all(answers)).map((note) => JSON.stringify(note)))];
  };

  it('is null for entities of people, items, ledgers and projects’ budgets', async () => {
    const names = ['Account', 'AccountGroup', 'Activity', 'Case', 'Contact', 'Lead', 'StockItem', 'BillOfMaterial'];
    expect(await notes([...names, 'Employee', 'TimeEntry', 'ProjectBudget'])).toEqual(['null']);
  });

  it('is null on forms of payroll and of processing', async () => {
    expect(await notes(['Anything'], 'PR301000')).toEqual(['null']);
    expect(await notes(['Anything'], 'SM507000')).toEqual(['null']);
  });

  it('is empty for documents', async () => {
    const names = ['SalesOrder', 'Bill', 'Customer', 'Payment', 'Project', 'PurchaseOrder', 'PurchaseReceipt'];
    expect(await notes([...names, 'Invoice', 'Shipment'])).toEqual(['{"value":""}']);
  });
});

it('§6 a date and time among custom fields has no offset, whoever wrote it', async () => {
  const sent = { custom: { Document: { UsrAt: { type: 'CustomDateTimeField', value: '2020-08-17T02:50:00Z' } } } };
  const { custom } = await put(
    '?$custom=Document.Due',
    { ...sent, ...wired({ Due: '2020-08-17T02:50:00Z' }) },
    {
      assume: { serverOffset: '+03:00' },
    },
  );
  expect(custom).toEqual({
    Document: {
      Due: { type: 'CustomDateTimeField', value: '2020-08-17T05:50:00' },
      UsrAt: { type: 'CustomDateTimeField', value: '2020-08-17T05:50:00' },
    },
  });
});

it('§6 a stamp that nothing has set is the first moment of the database, in the zone of the server', async () => {
  const stamp = (offset: string, given: object = {}): Promise<unknown> =>
    tried(
      { assume: { serverOffset: offset }, data: { Order: [{ ...Order[0], ...given }] } },
      async (caller) => values(await caller.get('Order/SO/1'))['LastModifiedDateTime'],
    );
  expect(await stamp('+03:00')).toEqual({ value: '1900-01-01T03:00:00+03:00' });
  const elsewhere = { LastModifiedDateTime: '1899-12-31T16:00:00+00:00' };
  expect(await stamp('+03:00', elsewhere)).toEqual({ value: '1899-12-31T19:00:00+03:00' });
});

describe('§6 and §8 what was sent', () => {
  it('comes back in spite of $select, on rows too, and custom fields without $custom', async () => {
    const record = await put('?$select=Total&$expand=Lines', {
      ...wired({ Zone: 'B' }),
      Lines: [wired({ Item: 'Y' })],
      custom: { Document: { UsrColour: { value: 'blue' } } },
    });
    expect(namesOf(record)).toEqual([
      ...['id', 'rowNumber', 'note', 'Kind', 'Lines', 'Nbr', 'Total', 'Zone', 'custom', '_links'],
    ]);
    const [line] = record['Lines'] as object[];
    expect(namesOf(line)).toEqual(['id', 'rowNumber', 'note', 'Item', 'custom', '_links']);
    expect(record['custom']).toEqual({ Document: { UsrColour: { type: 'CustomStringField', value: 'blue' } } });
  });

  it('is [] for a collection that was not expanded, though its rows are stored', async () => {
    await tried({}, async (caller) => {
      const body = {
        ...wired({ Kind: 'SO', Nbr: '1' }),
        Lines: [{ ...wired({ Item: 'Y' }), Splits: [wired({ Lot: 'L' })] }],
      };
      expect(values(await caller.put('Order', body))['Lines']).toEqual([]);
      const stored = values(await caller.put('Order?$expand=Lines', body))['Lines'] as unknown as Record<
        string,
        unknown
      >[];
      expect(stored).toHaveLength(3);
      expect(stored[2]?.['Splits']).toEqual([]);
    });
  });

  it('is null for a linked entity that was not expanded', async () => {
    expect((await put('', { Contact: wired({ Email: 'c@d.example' }) }))['Contact']).toBeNull();
    const expanded = await put('?$expand=Contact', { Contact: { Address: wired({ City: 'Rome' }) } });
    expect(expanded['Contact']).toMatchObject({ Email: { value: 'a@b.example' }, Address: null });
  });

  it('is a hull for a linked entity that was sent with a linked one inside', async () => {
    const body = { Contact: { ...wired({ Email: 'c@d.example' }), Address: wired({ City: 'Rome' }) } };
    const { Contact } = await put('', body, { release: '21R2' });
    expect(Contact).toEqual({ id: expect.any(String) as unknown, rowNumber: 1, note: null, Address: null, custom: {} });
  });

  it('comes back whole in contract 3', async () => {
    const body = { Lines: [wired({ Item: 'Y' })], Contact: wired({ Email: 'c@d.example' }) };
    const record = await put('', body, { contract: 3 });
    expect((record['Lines'] as object[]).map(namesOf)).toEqual(
      Array(2).fill(['id', 'rowNumber', 'note', 'Item', 'LineNbr', 'Qty', 'custom', 'files']),
    );
    expect(record['Contact']).toMatchObject({ Email: { value: 'c@d.example' }, Phone: {} });
  });
});

describe('§5.2 fields that are filtered by', () => {
  const shown = async (query: string): Promise<Record<string, unknown>> =>
    tried({}, async (caller) => {
      const [first] = (await caller.get(`Order?${query}`)).json as Record<string, unknown>[];
      return first ?? {};
    });

  it('come back although $select leaves them out', async () => {
    const record = await shown("$select=Nbr&$filter=Zone eq 'A' and Contact/Email ne 'x'");
    expect(namesOf(record)).toEqual(['id', 'rowNumber', 'note', 'Nbr', 'Zone', 'custom', '_links']);
    const { Contact } = await shown("$select=Nbr,Contact/Phone&$expand=Contact&$filter=Contact/Email ne 'x'");
    expect(Contact).toMatchObject({ Email: { value: 'a@b.example' }, Phone: {} });
    expect(Contact).not.toHaveProperty('note.value');
  });

  it('come back under custom where they are no members', async () => {
    const custom = { Document: { UsrColour: { type: 'CustomStringField', value: 'red' } } };
    const filter = "$filter=cf.String(f='Document.UsrColour') eq 'red'";
    expect((await shown(filter))['custom']).toEqual(custom);
    expect((await shown(`$select=Nbr&${filter}`))['custom']).toEqual(custom);
  });
});

describe('§5.5 $select', () => {
  const shown = async (path: string): Promise<Record<string, unknown>> =>
    tried({}, async (caller) => values(await caller.get(path)));

  it('does not narrow a level of which it names paths further down only', async () => {
    const record = await shown('Order/SO/1?$select=Boxes/Tracking&$expand=Boxes');
    expect(namesOf(record)).toEqual([
      ...['id', 'rowNumber', 'note', 'aLower', 'Boxes', 'Due', 'Kind', 'LastModifiedDateTime', 'Nbr', 'Total', 'Zone'],
      ...['custom', '_links'],
    ]);
    expect((record['Boxes'] as object[]).map(namesOf)).toEqual([
      ['id', 'rowNumber', 'note', 'Tracking', 'custom', '_links'],
    ]);
  });

  it('leaves out no key of a record that is read by its keys', async () => {
    expect(namesOf(await shown('Order/SO/1?$select=Total'))).toEqual([
      ...['id', 'rowNumber', 'note', 'Kind', 'Nbr', 'Total', 'custom', '_links'],
    ]);
  });
});
