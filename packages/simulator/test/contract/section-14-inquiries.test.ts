import type { SimulatorOptions } from '../../src/index.js';
import type { RawAnswer } from '../support/raw-request.js';
import { wired } from '../support/signed-in.js';
import type { Caller } from '../support/signed-in.js';
import { withCaller } from '../support/with-caller.js';
import { idOf, values } from '../support/wire-record.js';

const columns = { Item: 'String', Qty: 'Int', SoldOn: 'DateTime' } as const;
const rows = [{ Item: 'Anvil', Qty: 3, SoldOn: '2024-01-02T10:00:00Z' }];
const options: SimulatorOptions = {
  inquiries: {
    Sales: { columns, rows, keys: ['Item', 'SoldOn'], parameters: { Item: 'String' } },
    'Customer Contacts': { columns, rows },
    Hidden: { columns, rows, exposed: false },
  },
};
const gi = '/t/Company/api/odata/gi';
const read = (caller: Caller, path: string): Promise<RawAnswer> =>
  caller.send('GET', encodeURI(`${gi}${path}`).replaceAll("'", '%27'));

test(
  '§14 an inquiry that is not exposed is not there, and one that is may have blanks in its name',
  withCaller(async ({ caller }) => {
    expect((await read(caller, '/Hidden')).status).toBe(404);
    const [listed, described] = [await read(caller, ''), await read(caller, '/$metadata')];
    for (const { text } of [listed, described]) {
      expect(text).toContain('Customer Contacts');
      expect(text).not.toContain('Hidden');
    }
    expect((await read(caller, '/Customer Contacts')).status).toBe(200);
  }, options),
);

test(
  '§14 $metadata is an EDMX of version 4.0 with every key, and a function with its import for parameters',
  withCaller(async ({ caller }) => {
    const { text, headers } = await read(caller, '/$metadata');
    expect(headers['content-type']).toMatch(/^application\/xml/);
    expect(text).toContain('<edmx:Edmx Version="4.0"');
    expect(text).toContain(
      '<EntityType Name="Sales"><Key><PropertyRef Name="Item"/><PropertyRef Name="SoldOn"/></Key>',
    );
    expect(text).toContain('<EntityType Name="CustomerContacts">');
    expect(text).toContain('<Function Name="Sales_WithParameters"><Parameter Name="Item" Type="Edm.String"/>');
    expect(text).toContain('<FunctionImport Name="Sales_WithParameters"');
  }, options),
);

test(
  '§14 functions of version 3 and isof are refused, the former by name',
  withCaller(async ({ caller }) => {
    const refused = await read(caller, "/Customer Contacts?$filter=substringof('n',Item)");
    expect([refused.status, refused.text]).toEqual([
      400,
      expect.stringContaining("An unknown function with name 'substringof' was found"),
    ]);
    expect((await read(caller, "/Customer Contacts?$filter=isof(Item,'Edm.String')")).status).toBe(400);
  }, options),
);

test(
  '§14 an inquiry of a contract endpoint without parameters gives all rows at once',
  withCaller(async ({ simulator, caller }) => {
    const rowsFor = async (body: object): Promise<Record<string, { value: unknown }>[]> =>
      values(await caller.put('CustomerBalanceInquiry?$expand=Results', body))['Results'] as unknown as Record<
        string,
        { value: unknown }
      >[];
    const all = await rowsFor({});
    expect(all.length).toBe(simulator.store.count('Customer'));
    const some = await rowsFor(wired({ CustomerClass: all[0]?.['CustomerClass']?.value }));
    expect(some.length).toBeGreaterThan(0);
    expect(some.length).toBeLessThan(all.length);
  }),
);

test(
  '§5.1 the id of an inquiry is a new one each time, and leads to nothing',
  withCaller(async ({ caller }) => {
    const ask = async (): Promise<string> => idOf(values(await caller.put('CustomerBalanceInquiry', {})));
    const [one, two] = [await ask(), await ask()];
    expect(one).not.toBe(two);
    expect((await caller.get(`CustomerBalanceInquiry/${one}`)).text).toContain('No entity satisfies the condition.');
  }),
);
