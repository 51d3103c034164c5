import { startSimulator } from '../../src/index.js';
import type { Simulator, SimulatorOptions } from '../../src/index.js';
import { rawRequest } from '../support/raw-request.js';
import type { RawAnswer } from '../support/raw-request.js';
import { cookiesOf, signIn } from '../support/signed-in.js';

const site = '/AcumaticaERP';
const options: SimulatorOptions = {
  site,
  actions: { SalesOrderCreateShipment: { polls: 3 }, CustomerStatement: { polls: 3 } },
};

/** Where each answer sends the caller next, who takes the newest address as it stands and goes on until it is done. */
async function addressesOf(
  simulator: Simulator,
  path: string,
  body: (order: string) => string,
): Promise<readonly string[]> {
  const headers = { Cookie: cookiesOf(await signIn(simulator)), Accept: 'application/json, application/pdf' };
  const { origin } = new URL(simulator.url);
  const open = simulator.store
    .all('SalesOrder')
    .find(({ OrderType, Status }) => OrderType === 'SO' && Status === 'Open');
  const root = '/entity/Default/24.200.001/';
  let answer: RawAnswer = await rawRequest(simulator.url, 'POST', root + path, {
    headers,
    body: body(String(open?.['id'])),
  });
  const addresses: string[] = [];
  while (answer.status === 202) {
    const { location = '' } = answer.headers;
    addresses.push(location);
    const { pathname } = new URL(location, origin);
    answer = await rawRequest(origin, 'GET', pathname, { headers });
  }
  expect(answer.status).toBeLessThan(300);
  return addresses;
}

describe('a caller that polls the address of the newest answer', () => {
  it.each([
    ['an action', 'SalesOrder/SalesOrderCreateShipment', (order: string) => `{"entity":{"id":"${order}"}}`],
    ['a report', 'CustomerStatement', () => '{}'],
  ])('comes to the end of %s, below a folder and however addresses are shown', async (_case, path, body) => {
    await using relative = await startSimulator(options);
    const [first = '', ...more] = await addressesOf(relative, path, body);
    expect(first).toMatch(/^\/AcumaticaERP\/entity\/Default\/24\.200\.001\//);
    expect(new Set(more)).toEqual(new Set([first]));
    await using absolute = await startSimulator({ ...options, assume: { location: 'absolute' } });
    const [whole = '', ...others] = await addressesOf(absolute, path, body);
    expect(whole.startsWith(`${absolute.url}/entity/`)).toBe(true);
    expect(new Set(others)).toEqual(new Set([whole]));
  });
});
