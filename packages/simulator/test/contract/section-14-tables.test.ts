import { startSimulator } from '../../src/index.js';
import type { Simulator } from '../../src/index.js';
import { signedIn } from '../support/signed-in.js';
import type { Caller } from '../support/signed-in.js';
import type { RawAnswer } from '../support/raw-request.js';

let simulator: Simulator;
let caller: Caller;
beforeAll(async () => {
  simulator = await startSimulator();
  caller = await signedIn(simulator);
});
afterAll(() => simulator.close());

const root = '/t/Company/api/odata/dac';
const get = (path: string): Promise<RawAnswer> => caller.send('GET', encodeURI(`${root}/${path}`));

type Row = Record<string, unknown>;

async function rows(path: string): Promise<Row[]> {
  const { status, json } = await get(path);
  expect(status).toBe(200);
  return (json as { value: Row[] }).value;
}

describe('§14 tables (DAC)', () => {
  test('hold internal values: codes for statuses, numbers for what forms know by name', async () => {
    const [customer] = await rows("PX_Objects_AR_Customer?$filter=AcctCD eq 'ABARTENDE'");
    expect(customer).toMatchObject({ AcctName: 'A Bar & Tender', Status: 'A', BAccountID: 1 });
    const active = await rows("PX_Objects_IN_InventoryItem?$filter=ItemStatus eq 'AC'&$top=2");
    expect(active).toHaveLength(2);
    const [item] = await rows('PX_Objects_IN_InventoryItem?$filter=InventoryID eq 41');
    expect(item?.['InventoryID']).toBe(41);
  });

  test('lead to one row by its field and to many by Collection', async () => {
    const [customer] = await rows(
      'PX_Objects_AR_Customer?$top=1&$expand=ContactByDefBillContactID($select=DisplayName,EMail)',
    );
    expect(Object.keys(customer?.['ContactByDefBillContactID'] as Row)).toEqual(['DisplayName', 'EMail']);
    const [item] = await rows(
      "PX_Objects_IN_InventoryItem?$filter=InventoryCD eq 'GLPINT16'&$expand=INSiteStatusCollection",
    );
    expect((item?.['INSiteStatusCollection'] as Row[]).map((row) => row['SiteID'])).toEqual(['MAIN', 'WEST', 'RETAIL']);
  });

  test('lead on, three levels deep and no deeper', async () => {
    const path =
      'SOOrderCollection($select=OrderNbr;$filter=Hold eq false;$expand=SOLineCollection($select=OrderQty;$expand=InventoryItemByInventoryID($select=InventoryCD)))';
    const [customer] = await rows(`PX_Objects_AR_Customer?$top=1&$select=AcctCD&$expand=${path}`);
    const [order] = customer?.['SOOrderCollection'] as Row[];
    const [line] = order?.['SOLineCollection'] as Row[];
    expect(line).toEqual({
      OrderQty: expect.any(Number) as number,
      InventoryItemByInventoryID: { InventoryCD: expect.any(String) as string },
    });
    const four =
      'SOOrderCollection($expand=SOLineCollection($expand=InventoryItemByInventoryID($expand=INSiteStatusCollection)))';
    expect((await get(`PX_Objects_AR_Customer?$expand=${four}`)).status).toBe(400);
  });

  test.each([
    '$expand=Nowhere',
    '$apply=aggregate(CreditLimit)',
    '$expand=SOOrderCollection($select=Nope)',
    '$filter=Nope eq 1',
  ])('answer 400 to %s', async (query) => expect((await get(`PX_Objects_AR_Customer?${query}`)).status).toBe(400));

  test('are described with their navigations', async () => {
    const { text } = await get('$metadata');
    expect(text).toContain(
      '<NavigationProperty Name="ContactByDefBillContactID" Type="PX.Objects.CR.Contact"><ReferentialConstraint Property="DefBillContactID" ReferencedProperty="ContactID"/>',
    );
    expect(text).toContain('<NavigationProperty Name="SOLineCollection" Type="Collection(PX.Objects.SO.SOLine)"/>');
  });
});
