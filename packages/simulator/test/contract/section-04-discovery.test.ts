import { get as getSecurely } from 'node:https';
import { gunzipSync } from 'node:zlib';
import { startSimulator } from '../../src/index.js';
import type { Simulator, SimulatorOptions } from '../../src/index.js';
import { rawRequest } from '../support/raw-request.js';
import { selfSigned } from '../support/self-signed.js';
import { endpointPath, signedIn } from '../support/signed-in.js';

let simulator: Simulator;
const start = async (options: SimulatorOptions = {}): Promise<void> => {
  simulator = await startSimulator(options);
};
afterEach(() => simulator.close());

describe('§4.1 the list of endpoints', () => {
  it('names the build and each endpoint with a site-relative address', async () => {
    await start({ site: '/AcumaticaERP' });
    const { status, json } = await rawRequest(simulator.url, 'GET', '/entity');
    expect(status).toBe(200);
    expect(json).toEqual({
      version: { acumaticaBuildVersion: '24.200.0052', databaseVersion: '24.200.0052' },
      endpoints: [{ name: 'Default', version: '24.200.001', href: '/AcumaticaERP/entity/Default/24.200.001/' }],
    });
  });
});

describe('§4.1 endpoints of the customer', () => {
  it('are told to callers who are signed in only', async () => {
    await start({ customEndpoints: ['Default'] });
    const endpoints = async (headers: Record<string, string>): Promise<unknown> => {
      const { json } = await rawRequest(simulator.url, 'GET', '/entity', { headers });
      return (json as { endpoints: unknown }).endpoints;
    };
    expect(await endpoints({})).toEqual([]);
    expect(await endpoints({ Cookie: (await signedIn(simulator)).cookie })).toHaveLength(1);
  });
});

describe('§1 the document of the instance', () => {
  it('describes signing in and out', async () => {
    await start();
    const { json } = await rawRequest(simulator.url, 'GET', '/entity/swagger.json');
    expect(Object.keys((json as { paths: object }).paths)).toEqual(['/', '/auth/login', '/auth/logout']);
  });
});

describe('§4.2 the document', () => {
  it.each([
    ['23R2', 'swagger', '2.0'],
    ['24R2', 'openapi', '3.0.1'],
  ] as const)('of release %s is %s %s', async (release, member, version) => {
    await start({ release });
    const { json } = await rawRequest(simulator.url, 'GET', `${endpointPath}/swagger.json`);
    expect(json).toMatchObject({ [member]: version, info: { title: 'Default/24.200.001', version: '4' } });
  });

  it('has this server as its address', async () => {
    await start({ site: '/erp' });
    const { json } = await rawRequest(simulator.url, 'GET', `${endpointPath}/swagger.json?company=Company`);
    expect(json).toMatchObject({ servers: [{ url: `${simulator.url}${endpointPath}` }] });
  });
});

describe('§4.2 the document', () => {
  it('is for everybody, with a tenant or without', async () => {
    await start();
    for (const query of ['', '?company=Company'])
      expect((await rawRequest(simulator.url, 'GET', `${endpointPath}/swagger.json${query}`)).status).toBe(200);
  });
});

describe('§4.2 a document that is given', () => {
  const served = async (changes: object): Promise<Record<string, unknown>> => {
    await using demo = await startSimulator();
    const { json } = await rawRequest(demo.url, 'GET', `${endpointPath}/swagger.json`);
    await start({ release: '26R2', schema: { ...(json as object), ...changes } });
    return (await rawRequest(simulator.url, 'GET', `${endpointPath}/swagger.json`)).json as Record<string, unknown>;
  };

  it.each(['3', '4', '5'])('says by its version which contract it is of: %s', async (version) => {
    const info = { title: 'Default/24.200.001', version };
    expect((await served({ info }))['info']).toEqual(info);
  });

  it('may know the form of an entity by its id only', async () => {
    const tags = [{ name: 'Vendor', description: '(AP303000)' }];
    expect((await served({ tags }))['tags']).toEqual(tags);
    const caller = await signedIn(simulator);
    expect((await caller.get('Vendor?$top=1')).status).toBe(200);
  });
});

describe('§1 the site', () => {
  it('may be a folder of several parts that contain the word entity', async () => {
    await start({ site: '/my/AcumaticaEntity' });
    const caller = await signedIn(simulator);
    const { json } = await caller.get('Customer/ABARTENDE');
    expect((json as { _links: { self: string } })._links.self).toMatch(/^\/my\/AcumaticaEntity\/entity\/Default\//);
    const outside = await rawRequest(new URL(simulator.url).origin, 'GET', '/entity');
    expect([outside.status, outside.headers['content-type']]).toEqual([404, 'text/html; charset=utf-8']);
  });

  it('listens on loopback only', async () => {
    await start();
    await expect(startSimulator({ host: '0.0.0.0' })).rejects.toThrow('loopback');
  });

  it('speaks HTTPS', async () => {
    await start({ tls: selfSigned });
    const status = await new Promise((resolve) => {
      getSecurely(
        `${simulator.url}/entity`,
        { ca: selfSigned.cert, checkServerIdentity: () => undefined },
        (answer) => {
          answer.resume();
          resolve(answer.statusCode);
        },
      );
    });
    expect([simulator.url.slice(0, 8), status]).toEqual(['https://', 200]);
  });
});

describe('§2.2 the server', () => {
  it('compresses long answers for those who can read that', async () => {
    await start();
    const caller = await signedIn(simulator);
    const answer = await caller.get('Customer?$top=50', { 'Accept-Encoding': 'gzip' });
    expect(answer.headers).toMatchObject({ 'content-encoding': 'gzip', vary: 'Accept-Encoding' });
    expect(JSON.parse(gunzipSync(answer.bytes).toString())).toHaveLength(50);
    expect((await caller.get('Customer?$top=50')).headers).not.toHaveProperty('content-encoding');
  });
});

describe('§2.6 business date and branch', () => {
  it('are for one request', async () => {
    await start();
    const caller = await signedIn(simulator);
    const order = { CustomerID: { value: 'ABARTENDE' } };
    const dated = await caller.put('SalesOrder', order, { 'PX-CbApiBusinessDate': '2024/01/31' });
    expect(dated.json).toMatchObject({ Date: { value: '2024-01-31T00:00:00+00:00' } });
    const today = await caller.put('SalesOrder', order);
    expect(today.json).not.toMatchObject({ Date: { value: '2024-01-31T00:00:00+00:00' } });
  });
});

describe('§2.6 the branch of a request', () => {
  it('is that of the session unless a header names another', async () => {
    await start({ tenants: [{ name: 'Company', branches: ['MAIN', 'EAST'] }] });
    const caller = await signedIn(simulator);
    const order = { CustomerID: { value: 'ABARTENDE' } };
    expect((await caller.put('SalesOrder', order)).json).toMatchObject({ Branch: { value: 'MAIN' } });
    const east = await caller.put('SalesOrder', order, { 'PX-CbApiBranch': 'EAST' });
    expect(east.json).toMatchObject({ Branch: { value: 'EAST' } });
    expect((await caller.put('SalesOrder', order)).json).toMatchObject({ Branch: { value: 'MAIN' } });
    expect((await caller.put('SalesOrder', order, { 'PX-CbApiBranch': 'NOPE' })).status).toBe(500);
  });
});

describe('§5.9 and §12 errors', () => {
  it('403 names the form', async () => {
    await start({ users: [{ name: 'admin', password: 'admin-secret', rights: { AR303000: 'none' } }] });
    const caller = await signedIn(simulator);
    const { status, json } = await caller.get('Customer');
    expect(status).toBe(403);
    expect(json).toEqual({ message: 'You have insufficient rights to access the Customers (AR303000) form.' });
    expect((await caller.get('Warehouse')).status).toBe(200);
  });

  it('§8.7 422 echoes the record with an error beside every wrong value, rows included', async () => {
    await start();
    const caller = await signedIn(simulator);
    const { status, json } = await caller.put('SalesOrder', {
      CustomerID: { value: 'NOPE' },
      Details: [{ InventoryID: { value: 'NOPE' }, OrderQty: { value: 1 } }],
    });
    expect(status).toBe(422);
    expect(json).toMatchObject({
      error: "Inserting  'Sales Orders' record raised at least one error. Please review the errors.",
      OrderNbr: { value: '<NEW>' },
      CustomerID: { value: 'NOPE', error: "Customer 'NOPE' cannot be found in the system." },
      Details: [{ InventoryID: { value: 'NOPE', error: "Inventory ID 'NOPE' cannot be found in the system." } }],
      _links: {},
    });
  });

  it('§8.7 422 may come as an HttpError around the record', async () => {
    await start({ assume: { validationShape: 'http-error' } });
    const caller = await signedIn(simulator);
    const { status, json } = await caller.put('SalesOrder', { CustomerID: { value: 'NOPE' } });
    expect(status).toBe(422);
    expect(json).toMatchObject({
      exceptionType: 'PX.Api.ContractBased.OutcomeEntityHasErrorsException',
      entity: { CustomerID: { error: expect.any(String) as unknown } },
    });
  });

  it('a form whose preferences are not entered answers 500 that names it', async () => {
    await start({ setupMissing: ['Case'] });
    const caller = await signedIn(simulator);
    const { status, json } = await caller.get('Case');
    expect(status).toBe(500);
    expect(json).toMatchObject({
      exceptionMessage: 'The required configuration data is not entered on the Cases form.',
      exceptionType: 'PX.Data.PXSetupNotEnteredException',
    });
  });
});
