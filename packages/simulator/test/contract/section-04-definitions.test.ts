import { startSimulator } from '../../src/index.js';
import type { Simulator, SimulatorOptions } from '../../src/index.js';
import { rawRequest } from '../support/raw-request.js';
import { signedIn } from '../support/signed-in.js';
import type { Caller } from '../support/signed-in.js';

let simulator: Simulator;
let caller: Caller;
const start = async (options: SimulatorOptions = {}): Promise<void> => {
  simulator = await startSimulator(options);
  caller = await signedIn(simulator);
};
afterEach(() => simulator.close());
const get = (path: string): ReturnType<Caller['send']> => caller.send('GET', path);

describe('§4.1 the list of endpoints', () => {
  it('may have absolute addresses, and be bare as on very old builds', async () => {
    await start({ assume: { endpointHref: 'absolute', endpointList: 'array' } });
    expect((await get('/entity')).json).toEqual([
      { name: 'Default', version: '24.200.001', href: `${simulator.url}/entity/Default/24.200.001/` },
    ]);
  });

  it('has features since 26R2', async () => {
    await start({ release: '26R2' });
    expect((await get('/entity')).json).toHaveProperty('features');
  });
});

describe('§4.3 the definition of an endpoint', () => {
  it('is XML that leads from entity to form, from field to view, from action to action', async () => {
    await start();
    const { status, headers, text } = await get('/entity/maintenance/23.200/Default/24.200.001');
    expect([status, headers['content-type']]).toEqual([200, 'application/xml; charset=utf-8']);
    expect(text).toContain('name="Default" version="24.200.001" systemContractVersion="4"');
    expect(text).toContain('xmlns="http://www.acumatica.com/entity/maintenance/5.31"');
    expect(text).toContain(
      '<TopLevelEntity name="SalesOrder" screen="SO301000"><Fields><Field name="Approved" type="BooleanValue" />',
    );
    expect(text).toContain('<Field name="Details" type="SalesOrderDetail[]" />');
    expect(text).toContain('<Mapping field="OrderNbr"><To object="Document" field="OrderNbr" /></Mapping>');
    expect(text).toContain(
      '<Action name="SalesOrderCreateShipment" mappedTo="SalesOrderCreateShipment"><Fields><Field name="ShipmentDate" type="DateTimeValue" />',
    );
    expect(text).toContain('<Detail name="SalesOrderDetail">');
    expect(text).toContain('<LinkedEntity name="Totals">');
  });

  it('needs a session, and is 404 for an endpoint that is not there', async () => {
    await start();
    expect((await rawRequest(simulator.url, 'GET', '/entity/maintenance/23.200/Default/24.200.001')).status).toBe(401);
    expect((await get('/entity/maintenance/23.200/Nope/1')).status).toBe(404);
  });
});

describe('§4.3 the browser of tables', () => {
  it('tells keys and SQL types of a table, of a field, and which tables there are', async () => {
    await start();
    expect((await get('/dacBrowser')).json).toContainEqual({ namespace: 'PX.Objects.SO', name: 'SOOrder' });
    expect((await get('/dacBrowser/PX.Objects.SO/SOOrder')).json).toMatchObject({
      name: 'SOOrder',
      fields: expect.arrayContaining([
        {
          name: 'OrderNbr',
          isKey: true,
          dacName: 'SOOrder',
          displayName: 'Order Nbr',
          sqlType: 'nvarchar(255)',
          documentation: '',
        },
      ]) as unknown,
    });
    expect((await get('/dacBrowser/PX.Objects.SO/SOOrder/Hold')).json).toMatchObject({ isKey: false, sqlType: 'bit' });
    expect((await get('/dacBrowser/PX.Objects.SO/Nope')).status).toBe(404);
  });
});

describe('§4.3 the chain from a member of the contract to its column', () => {
  it('leads to the keys, which the document does not tell', async () => {
    await start();
    const { text } = await get('/entity/maintenance/23.200/Default/24.200.001');
    const [, order = ''] = /<TopLevelEntity name="SalesOrder"(.*?)<\/TopLevelEntity>/s.exec(text) ?? [];
    const mapped = order.matchAll(/<Mapping field="(\w+)"><To object="Document" field="(\w+)" \/><\/Mapping>/g);
    const { fields } = (await get('/dacBrowser/PX.Objects.SO/SOOrder')).json as {
      fields: { name: string; isKey: boolean }[];
    };
    const isKey = (column: string | undefined): boolean => fields.some((one) => one.isKey && one.name === column);
    const keys = [...mapped].filter(([, , column]) => isKey(column)).map(([, member]) => member);
    expect(keys.sort()).toEqual(['OrderNbr', 'OrderType']);
  });
});
