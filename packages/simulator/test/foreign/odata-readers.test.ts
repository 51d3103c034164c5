import { startSimulator } from '../../src/index.js';
import type { Simulator } from '../../src/index.js';
import { jarOf, speak } from '../support/speak.js';
import type { Spoken } from '../support/speak.js';

let simulator: Simulator;
beforeEach(async () => {
  simulator = await startSimulator({ site: '/AcumaticaERP' });
});
afterEach(() => simulator.close());

const root = '/AcumaticaERP/t/Company/api/odata/gi';
const basic = `Authorization: Basic ${Buffer.from('admin:admin-secret').toString('base64')}`;
const get = (target: string, ...headers: string[]): Promise<Spoken> =>
  speak(simulator.url, [`GET ${target} HTTP/1.1`, 'Host: erp', ...headers]);
const rowsIn = ({ body }: Spoken): Record<string, unknown>[] =>
  (JSON.parse(body.toString()) as { value: Record<string, unknown>[] }).value;

/** What Excel and Power BI accept: every form of OData there has been. */
const spreadsheet = [
  basic,
  'Accept: application/json;odata.metadata=minimal;q=1.0,application/json;odata=minimalmetadata;q=0.9,application/atomsvc+xml;q=0.8,application/atom+xml;q=0.8,application/xml;q=0.7,text/plain;q=0.7',
  'Accept-Encoding: gzip, deflate',
  'MaxDataServiceVersion: 3.0',
  'OData-MaxVersion: 4.0',
  'OData-Version: 4.0',
];

describe('a reader of OData that', () => {
  it('is a spreadsheet goes from the service document over its metadata to the rows', async () => {
    const service = await get(`${root}/`, ...spreadsheet);
    expect(service.headers.get('odata-version')).toEqual(['4.0']);
    const { '@odata.context': context } = JSON.parse(service.body.toString()) as { '@odata.context': string };
    const metadata = await get(new URL(context).pathname, ...spreadsheet);
    expect([metadata.status, metadata.headers.get('content-type')?.[0]]).toEqual([
      200,
      'application/xml; charset=utf-8',
    ]);
    for (const { name, url } of rowsIn(service)) {
      const address = new URL(String(url), `${simulator.url.replace('/AcumaticaERP', '')}${root}/`);
      expect([name, (await get(address.pathname, ...spreadsheet)).status]).toEqual([name, 200]);
    }
  });

  it('sends name and password only when it is asked for them (.NET, browsers)', async () => {
    const asked = await get(`${root}/Customers?$top=1`);
    expect([asked.status, asked.headers.get('www-authenticate')?.[0]?.split(' ')[0]]).toEqual([401, 'Basic']);
    expect(rowsIn(await get(`${root}/Customers?$top=1`, basic))).toHaveLength(1);
  });

  it.each([
    ['encodes every sign of its options', '?%24filter=contains%28CustomerName%2C%27Tender%27%29&%24select=CustomerID'],
    ['encodes blanks as plus', "?$filter=contains(CustomerName,'%26+Tender')&$select=CustomerID"],
    [
      'puts options in another order and names a format',
      "?$select=CustomerID&$format=json&$filter=CustomerID eq 'ABARTENDE'",
    ],
  ])('%s', async (_case, query) => {
    const answer = await get(`${root}/Customers${query.replaceAll(' ', '%20')}`, basic);
    expect([answer.status, rowsIn(answer)]).toEqual([200, [{ CustomerID: 'ABARTENDE' }]]);
  });

  it.each(['Open%20Sales%20Orders', 'open%20sales%20orders'])('names a set with blanks as %s', async (name) => {
    expect((await get(`${root}/${name}?$top=1`, basic)).status).toBe(200);
  });

  it('keeps cookies besides name and password has one session for all its calls', async () => {
    const first = await get(`${root}/Customers?$top=1`, basic);
    const again = await get(`${root}/Customers?$top=1`, basic, `Cookie: ${jarOf(first)}`);
    expect([again.status, simulator.sessions().length]).toEqual([200, 1]);
  });

  it('uses the old addresses without a tenant (node programs)', async () => {
    const answer = await get('/AcumaticaERP/OData/Customers?$top=1', basic, 'Content-Type: application/json');
    expect(rowsIn(answer)).toHaveLength(1);
  });
});
