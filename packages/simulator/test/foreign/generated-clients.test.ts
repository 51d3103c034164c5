import { startSimulator } from '../../src/index.js';
import type { Simulator } from '../../src/index.js';
import { signedIn } from '../support/signed-in.js';
import type { Caller } from '../support/signed-in.js';

let simulator: Simulator;
let caller: Caller;
beforeAll(async () => {
  simulator = await startSimulator({ data: { Customer: [{ CustomerID: 'A/B' }] } });
  caller = await signedIn(simulator);
});
afterAll(() => simulator.close());

interface Parameter {
  readonly name: string;
  readonly type?: string;
  readonly collectionFormat?: string;
  readonly schema?: { readonly type: string };
}

/** How the document of a release says that keys are sent. */
async function keysAsDescribed(release: '23R2' | '24R2'): Promise<Parameter | undefined> {
  await using other = await startSimulator({ release });
  const document = (await (await signedIn(other)).get('swagger.json')).json as {
    components?: { parameters: Record<string, Parameter> };
    paths: Record<string, { get: { parameters: Parameter[] } }>;
  };
  return document.components?.parameters['ids'] ?? document.paths['/SalesOrder/{ids}']?.get.parameters[0];
}

describe('a client made from the document of the endpoint', () => {
  it('sends several keys as one string with its slash encoded, as OpenAPI 3 describes them', async () => {
    expect((await keysAsDescribed('24R2'))?.schema).toEqual({ type: 'string' });
    const path = `SalesOrder/${encodeURIComponent('SO/000001')}`;
    expect((await caller.get(path)).json).toMatchObject({ OrderNbr: { value: '000001' } });
    const file = await caller.send('PUT', `/entity/Default/24.200.001/${path}/files/a.txt`, {});
    expect(file.status).toBe(204);
  });

  it('sends several keys with an encoded bar between them, as Swagger 2 describes them', async () => {
    expect(await keysAsDescribed('23R2')).toMatchObject({ type: 'array', collectionFormat: 'pipes' });
    expect((await caller.get('SalesOrder/SO%7C000001')).json).toMatchObject({ OrderNbr: { value: '000001' } });
  });

  it('cannot name a key that has a slash, encoded or not', async () => {
    expect((await caller.get('Customer/A%2FB')).status).toBe(500);
  });

  it('sends the options of a list with every sign encoded and in another order', async () => {
    const answer = await caller.get('Customer?%24filter=CustomerID%20eq%20%27A%2FB%27&%24top=1&%24skip=0');
    expect(answer.json).toEqual([expect.objectContaining({ CustomerID: { value: 'A/B' } })]);
  });

  it('sends an empty option as it was declared', async () => {
    expect((await caller.get('Customer?%24filter=&%24select=&%24expand=&%24custom=&%24top=1')).json).toHaveLength(1);
  });
});
