import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { startSimulator } from '../../src/index.js';
import type { Simulator } from '../../src/index.js';
import { readDefinition } from '../../src/schema/definition/read-definition.js';
import { readSchema } from '../../src/schema/read-schema.js';
import type { SimulatorSchema } from '../../src/schema/schema-model.js';
import { rawRequest } from '../support/raw-request.js';
import type { RawAnswer } from '../support/raw-request.js';
import { signedIn, wired } from '../support/signed-in.js';
import type { Caller } from '../support/signed-in.js';

let simulator: Simulator;
let caller: Caller;
beforeEach(async () => {
  simulator = await startSimulator();
  caller = await signedIn(simulator, {}, '/entity/Shop/1.0');
});
afterEach(() => simulator.close());

const root = '/entity/maintenance/23.200/';
const post = (body: string): Promise<RawAnswer> =>
  rawRequest(simulator.url, 'POST', root, {
    body,
    headers: { Cookie: caller.cookie, 'Content-Type': 'application/xml', Accept: 'application/xml' },
  });
const endpoint = (body: string): string =>
  `<?xml version="1.0" encoding="utf-8"?>\r\n<Endpoint name="Shop" version="1.0" systemContractVersion="4" ` +
  `xmlns="http://www.acumatica.com/entity/maintenance/5.31">${body}</Endpoint>`;
const shop = endpoint(
  '<TopLevelEntity name="Customer" screen="AR303000"><Fields><Field name="CustomerID" type="StringValue" />' +
    '<Field name="CustomerName" type="StringValue" /><Field name="MainContact" type="Contact" /></Fields>' +
    '<Mappings><Mapping field="CustomerID"><To object="BAccount" field="AcctCD" /></Mapping></Mappings>' +
    '<Actions><Action name="Hold" mappedTo="putOnHold"><Fields><Field name="Reason" type="StringValue" /></Fields></Action></Actions></TopLevelEntity>' +
    '<TopLevelEntity name="Wish"><Fields><Field name="WishID" type="StringValue" /><Field name="Price" type="DecimalValue" />' +
    '<Field name="Items" type="WishItem[]" /></Fields></TopLevelEntity>' +
    '<Detail name="WishItem"><Fields><Field name="Qty" type="IntValue" /></Fields></Detail>' +
    '<LinkedEntity name="Contact"><Fields><Field name="Email" type="StringValue" /></Fields></LinkedEntity>',
);
const names = async (cookie?: string): Promise<string[]> => {
  const headers: Record<string, string> = cookie === undefined ? {} : { Cookie: cookie };
  const { json } = await rawRequest(simulator.url, 'GET', '/entity', { headers });
  return (json as { endpoints: { name: string; version: string }[] }).endpoints.map(
    ({ name, version }) => `${name}/${version}`,
  );
};

describe('§4.3 a definition that is posted', () => {
  it('installs an endpoint of the customer, listed for who is signed in', async () => {
    const answer = await post(shop);
    expect([answer.status, answer.text]).toEqual([204, '']);
    expect(await names(caller.cookie)).toEqual(['Default/24.200.001', 'Shop/1.0']);
    expect(await names()).toEqual(['Default/24.200.001']);
  });

  it('is shown again as it was given, and makes a document', async () => {
    await post(shop);
    const shown = await caller.send('GET', `${root}Shop/1.0`);
    expect([shown.headers['content-type'], shown.text]).toEqual(['application/xml; charset=utf-8', shop]);
    const { json } = await caller.send('GET', '/entity/Shop/1.0/swagger.json');
    const { endpoint: name, version, contract, entities } = readSchema(json);
    expect([name, version, contract, [...entities.keys()]]).toEqual([
      'Shop',
      '1.0',
      4,
      ['Contact', 'Customer', 'Wish', 'WishItem'],
    ]);
  });

  it('shares records with the endpoints that have the entity too, and shows its own members of them', async () => {
    await post(shop);
    const record = (await caller.get('Customer/ABARTENDE?$expand=MainContact')).json as Record<string, object>;
    expect(Object.keys(record)).toEqual([
      'id',
      'rowNumber',
      'note',
      'CustomerID',
      'CustomerName',
      'MainContact',
      'custom',
      '_links',
    ]);
    await caller.put('Customer', wired({ CustomerID: 'ABARTENDE', CustomerName: 'Bar' }));
    expect(simulator.store.find('Customer', 'ABARTENDE')).toMatchObject({ CustomerName: 'Bar' });
    expect((await caller.post('Customer/Hold', { entity: wired({ CustomerID: 'ABARTENDE' }) })).status).toBe(204);
  });

  it('opens a form of its own, with rows', async () => {
    await post(shop);
    expect((await caller.get('Wish')).json).toEqual([]);
    const wish = { ...wired({ WishID: 'W1', Price: 2.5 }), Items: [wired({ Qty: 3 })] };
    expect((await caller.put('Wish?$expand=Items', wish)).json).toMatchObject({ Items: [{ Qty: { value: 3 } }] });
    expect((await caller.get('Wish/W1')).json).toMatchObject({ Price: { value: 2.5 } });
  });

  it('replaces the one of the same name and version, and is gone after a reset', async () => {
    await post(shop);
    const smaller = endpoint(
      '<TopLevelEntity name="Wish"><Fields><Field name="WishID" type="StringValue"/></Fields></TopLevelEntity>',
    );
    await post(smaller);
    expect((await caller.get('Customer')).status).toBe(404);
    expect((await caller.get('Wish')).status).toBe(200);
    simulator.reset();
    caller = await signedIn(simulator);
    expect(await names(caller.cookie)).toEqual(['Default/24.200.001']);
  });

  it.each([
    ['nothing', '', 'not well-formed'],
    ['JSON', '{"name":"Shop"}', 'not well-formed'],
    ['half a document', shop.slice(0, 200), 'not well-formed'],
    ['another document', '<html />', 'is not an Endpoint'],
    ['no version', '<Endpoint name="Shop" systemContractVersion="4" />', 'has no version'],
    ['no contract', '<Endpoint name="Shop" version="1" systemContractVersion="9" />', 'is not 3, 4 or 5'],
    ['a name that is no address', shop.replace('name="Shop"', 'name="../Default"'), 'cannot be an address'],
    ['an unknown type', shop.replace('IntValue', 'Nope'), 'WishItem.Qty has the unknown type Nope'],
    ['an entity twice', shop.replace('<Detail', '<Detail name="Contact" /><Detail'), 'declares an entity twice'],
    [
      'a bomb of entities',
      `<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>${shop.replace('Qty', '&b;')}`,
      'not well-formed',
    ],
    ['a well', '<a>'.repeat(5_000) + '</a>'.repeat(5_000), 'nested too deep'],
  ])('is refused in XML when it is %s, and nothing is installed', async (_what, body, message) => {
    const answer = await post(body);
    expect([answer.status, answer.headers['content-type']]).toEqual([500, 'application/xml; charset=utf-8']);
    expect(answer.text).toContain('<Error><Message>An error has occurred.</Message><ExceptionMessage>');
    expect(answer.text).toContain(message);
    expect(await names(caller.cookie)).toEqual(['Default/24.200.001']);
  });

  it('may name members like those of all objects', async () => {
    const hostile =
      '<TopLevelEntity name="constructor"><Fields><Field name="__proto__" type="StringValue"/></Fields></TopLevelEntity>';
    expect((await post(endpoint(hostile))).status).toBe(204);
    expect((await caller.get('constructor')).json).toEqual([]);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it('is not shown to a tenant that does not have the endpoint', async () => {
    await using own = await startSimulator({ tenants: ['One', { name: 'Two', endpoints: ['Other/1'] }] });
    const statusFor = async (tenant: string): Promise<number> =>
      (await (await signedIn(own, { tenant })).send('GET', `${root}Default/24.200.001`)).status;
    expect([await statusFor('One'), await statusFor('Two')]).toEqual([200, 404]);
  });

  it('needs a session, and is posted to the root of the service only', async () => {
    expect((await rawRequest(simulator.url, 'POST', root, { body: shop })).status).toBe(401);
    expect((await caller.send('POST', `${root}Shop/1.0`, {})).status).toBe(405);
    expect((await caller.send('PUT', root, {})).status).toBe(405);
  });
});

describe('§4.3 the definition of a real endpoint', () => {
  const folder = resolve(__dirname, '../../../../../shared/schemas');
  const xml = resolve(folder, 'Default_24.200.001.endpoint.xml');

  it('declares the same entities, members, forms and actions as its document', () => {
    if (!existsSync(xml)) return;
    const outline = ({ endpoint: name, version, contract, entities }: SimulatorSchema): object => ({
      name,
      version,
      contract,
      entities: Object.fromEntries(
        [...entities]
          .sort(([a], [b]) => (a < b ? -1 : 1))
          .map(([entity, { members, actions, screenId, topLevel, keys, isInquiry }]) => [
            entity,
            { members: [...members], actions: [...actions], screenId, topLevel, keys, isInquiry },
          ]),
      ),
    });
    const document: unknown = JSON.parse(readFileSync(resolve(folder, 'Default_24.200.001.json'), 'utf8'));
    expect(outline(readDefinition(readFileSync(xml, 'utf8')))).toEqual(outline(readSchema(document)));
  });
});
