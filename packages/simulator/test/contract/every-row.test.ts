import { generateKeyPairSync, sign } from 'node:crypto';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { startSimulator } from '../../src/index.js';
import type { Simulator, SimulatorOptions } from '../../src/index.js';
import { rawRequest } from '../support/raw-request.js';
import type { RawAnswer } from '../support/raw-request.js';
import { cookiesOf, endpointPath, signIn, signedIn, wired } from '../support/signed-in.js';
import type { Caller } from '../support/signed-in.js';

interface Hands {
  readonly simulator: Simulator;
  readonly caller: Caller;
}
type Row = readonly [title: string, check: (hands: Hands) => Promise<void>, options?: SimulatorOptions];

const values = (answer: RawAnswer): Record<string, { value?: unknown }> =>
  answer.json as Record<string, { value?: unknown }>;
const rowsOf = (answer: RawAnswer): Record<string, { value?: unknown }>[] =>
  answer.json as Record<string, { value?: unknown }>[];
const idOf = (record: Record<string, unknown>): string => record['id'] as string;
const newOrder = async (caller: Caller): Promise<Record<string, { value?: unknown }>> =>
  values(
    await caller.put('SalesOrder?$expand=Details', {
      ...wired({ CustomerID: 'ABARTENDE' }),
      Details: [wired({ InventoryID: 'BTBLENDER', OrderQty: 2 })],
    }),
  );

const clientId = '11111111-2222-3333-4444-555555555555@Company';
const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const assertion = (claims: object): string => {
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const text = `${part({ alg: 'RS256', typ: 'JWT' })}.${part(claims)}`;
  return `${text}.${sign('RSA-SHA256', Buffer.from(text), privateKey).toString('base64url')}`;
};
const token = (url: string, form: Record<string, string>): Promise<RawAnswer> =>
  rawRequest(url, 'POST', '/identity/connect/token', {
    body: new URLSearchParams({
      client_id: clientId,
      grant_type: 'password',
      username: 'admin',
      password: 'admin-secret',
      scope: 'api',
      ...form,
    }).toString(),
    headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
  });
const authorize = async (url: string, changes: Record<string, string>): Promise<RawAnswer> => {
  const query = new URLSearchParams({
    response_type: 'code',
    client_id: clientId,
    redirect_uri: 'http://localhost:1/back',
    scope: 'api openid',
    ...changes,
  });
  return rawRequest(url, 'POST', `/identity/connect/authorize?${query.toString()}`, {
    body: 'name=admin&password=admin-secret',
    headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
  });
};
const application = {
  clientId,
  clientSecret: 's',
  assertionKey: publicKey.export({ type: 'spki', format: 'pem' }).toString(),
};

/** Facts that no other test shows, in the order of the ERP's behaviour. */
const rows: readonly Row[] = [
  [
    '§2.2 answers are private, and name a content type only with a body',
    async ({ caller }) => {
      const list = await caller.get('Warehouse');
      expect([list.headers['cache-control'], list.headers['content-type']]).toEqual([
        'private',
        'application/json; charset=utf-8',
      ]);
      const out = await caller.signOut();
      expect([out.status, out.headers['content-type']]).toEqual([204, undefined]);
    },
  ],
  [
    '§2.2 ticket and session id are enough for a call, one of them is not',
    async ({ simulator }) => {
      const cookies = cookiesOf(await signIn(simulator)).split('; ');
      const only = (...names: string[]): string =>
        cookies.filter((one) => names.some((name) => one.startsWith(`${name}=`))).join('; ');
      const list = async (Cookie: string): Promise<number> =>
        (await rawRequest(simulator.url, 'GET', `${endpointPath}/Warehouse`, { headers: { Cookie } })).status;
      expect(await list(only('.ASPXAUTH', 'ASP.NET_SessionId'))).toBe(200);
      expect(await list(only('.ASPXAUTH'))).toBe(401);
      expect(await list(only('ASP.NET_SessionId'))).toBe(401);
    },
  ],
  [
    '§2.4 a call keeps its session alive',
    async ({ simulator, caller }) => {
      for (let minutes = 0; minutes < 30; minutes += 9) {
        simulator.advance(9 * 60_000);
        expect((await caller.get('Warehouse')).status).toBe(200);
      }
    },
  ],
  [
    '§2.6 the business date is taken in several formats',
    async ({ caller }) => {
      for (const text of ['2024/01/31', '2024-01-31', '01/31/2024', '2024-01-31T10:00:00+00:00']) {
        const { Date: date } = values(
          await caller.put('SalesOrder', wired({ CustomerID: 'ABARTENDE' }), { 'PX-CbApiBusinessDate': text }),
        );
        expect([text, date?.value]).toEqual([text, '2024-01-31T00:00:00+00:00']);
      }
    },
  ],
  [
    '§3 an assertion signed by the application stands for its secret',
    async ({ simulator: { url } }) => {
      const claims = { iss: clientId, sub: clientId, exp: Date.now() / 1000 + 60 };
      expect((await token(url, { client_assertion: assertion(claims) })).status).toBe(200);
      expect((await token(url, { client_assertion: assertion({ ...claims, exp: 1 }) })).json).toEqual({
        error: 'invalid_client',
      });
      expect((await token(url, { client_assertion: assertion({ ...claims, sub: 'x' }) })).json).toEqual({
        error: 'invalid_client',
      });
      expect((await token(url, { client_assertion: `${assertion(claims)}x` })).json).toEqual({
        error: 'invalid_client',
      });
    },
    { applications: [application] },
  ],
  [
    '§3 a browser is sent back with tokens by the implicit flow, with code and id token by the hybrid one',
    async ({ simulator: { url } }) => {
      const implicit = new URL((await authorize(url, { response_type: 'token id_token' })).headers.location ?? '');
      expect([...new URLSearchParams(implicit.hash.slice(1)).keys()]).toEqual([
        'access_token',
        'token_type',
        'expires_in',
        'scope',
        'id_token',
      ]);
      const hybrid = new URL((await authorize(url, { response_type: 'code id_token' })).headers.location ?? '');
      expect([...new URLSearchParams(hybrid.hash.slice(1)).keys()]).toEqual(['code', 'id_token']);
      expect((await authorize(url, { response_type: 'password' })).json).toEqual({
        error: 'unsupported_response_type',
      });
      expect((await authorize(url, { scope: 'everything' })).json).toEqual({ error: 'invalid_scope' });
    },
    { applications: [application] },
  ],
  [
    '§3 an application may be kept to some flows',
    async ({ simulator: { url } }) => {
      expect((await token(url, { client_secret: 's' })).json).toEqual({ error: 'unauthorized_client' });
      expect((await authorize(url, { response_type: 'token' })).json).toEqual({ error: 'unauthorized_client' });
      expect((await authorize(url, {})).status).toBe(302);
    },
    { applications: [{ ...application, grants: ['authorization_code'] }] },
  ],
  [
    '§4.2 the document is for everybody, with a tenant or without',
    async ({ simulator }) => {
      for (const query of ['', '?company=Company'])
        expect((await rawRequest(simulator.url, 'GET', `${endpointPath}/swagger.json${query}`)).status).toBe(200);
    },
  ],
  [
    '§5.1 the id of a record stays, whoever asks and when',
    async ({ simulator, caller }) => {
      const { id } = values(await caller.get('Customer/ABARTENDE'));
      await caller.signOut();
      const other = await signedIn(simulator);
      expect(values(await other.get('Customer/ABARTENDE'))['id']).toBe(id);
    },
  ],
  [
    '§5.1 a record by key takes $select, $expand and $custom',
    async ({ caller }) => {
      const answer = await caller.get(
        'SalesOrder/SO/000001?$select=OrderNbr,Details/LineNbr&$expand=Details&$custom=Document.AttributePRIORITY',
      );
      expect(Object.keys(values(answer))).toEqual([
        'id',
        'rowNumber',
        'note',
        'Details',
        'OrderNbr',
        'custom',
        '_links',
      ]);
      expect(answer.text).toContain('"AttributePRIORITY":{"type":"CustomStringField"');
    },
  ],
  [
    '§5.1 without $top everything comes',
    async ({ simulator, caller }) => {
      expect(rowsOf(await caller.get('SalesOrder'))).toHaveLength(simulator.store.count('SalesOrder'));
    },
  ],
  [
    '§5.2 custom fields of every type are compared by cf',
    async ({ caller }) => {
      const found = async (filter: string): Promise<number> =>
        rowsOf(await caller.get(`Customer?$filter=${encodeURIComponent(filter)}`)).length;
      expect(await found("cf.String(f='CurrentCustomer.UsrRegion') eq 'EAST'")).toBeGreaterThan(0);
      expect(await found("cf.Int(f='CurrentCustomer.UsrLoyaltyPoints') ge 0")).toBe(64);
      expect(await found("cf.Boolean(f='CurrentCustomer.UsrKeyAccount') eq true")).toBeGreaterThan(0);
      expect(await found("cf.Decimal(f='CustomerBalance.Balance') gt 0M")).toBeGreaterThan(0);
      expect(await found("cf.DateTime(f='CurrentCustomer.UsrNever') ge datetimeoffset'2019-08-18'")).toBe(0);
    },
  ],
  [
    '§5.2 labels of drop-downs are compared, not what the database keeps',
    async ({ caller }) => {
      expect(rowsOf(await caller.get("StockItem?$filter=ItemStatus eq 'Active'&$top=1"))).toHaveLength(1);
      expect(rowsOf(await caller.get("StockItem?$filter=ItemStatus eq 'AC'&$top=1"))).toHaveLength(0);
    },
  ],
  [
    '§5.6 there is no word for everything',
    async ({ caller }) => {
      for (const word of ['*', 'all'])
        expect((await caller.get(`Customer/ABARTENDE?$expand=${word}`)).status).toBe(500);
    },
  ],
  [
    '§6 some moments are texts in American form',
    async ({ caller }) => {
      const order = await newOrder(caller);
      const [line] = order['Details'] as unknown as Record<string, { value: string }>[];
      expect(line?.['LastModifiedDate']?.value).toMatch(/^\d\d\/\d\d\/\d{4} \d\d:\d\d:\d\d$/);
    },
  ],
  [
    '§6 a moment of writing is a true instant, a date midnight, both with +00:00',
    async ({ simulator, caller }) => {
      const before = Date.now();
      const order = await newOrder(caller);
      expect(Math.abs(Date.parse(String(order['LastModified']?.value)) - before)).toBeLessThan(60_000);
      for (const name of ['Date', 'RequestedOn'])
        expect(order[name]?.value).toMatch(/^\d{4}-\d\d-\d\dT00:00:00\+00:00$/);
      expect(simulator.sessions()).toHaveLength(1);
    },
  ],
  [
    '§6 dates have the offset of the server, those alone its midnight, in answers, bodies and filters',
    async ({ simulator, caller }) => {
      const order = values(
        await caller.put('SalesOrder', wired({ CustomerID: 'ABARTENDE', RequestedOn: '2031-05-04T00:00:00+03:00' })),
      );
      expect(order['RequestedOn']?.value).toBe('2031-05-04T00:00:00+03:00');
      expect(simulator.store.find('SalesOrder', 'SO', String(order['OrderNbr']?.value))).toMatchObject({
        RequestedOn: '2031-05-04T00:00:00+00:00',
      });
      expect(order['LastModified']?.value).toMatch(/\+03:00$/);
      expect(Math.abs(Date.parse(String(order['LastModified']?.value)) - Date.now())).toBeLessThan(60_000);
      for (const literal of ['2031-05-04T00:00:00+03:00', '2031-05-04']) {
        const filter = encodeURIComponent(`RequestedOn eq datetimeoffset'${literal}'`);
        expect([literal, rowsOf(await caller.get(`SalesOrder?$filter=${filter}`)).length]).toEqual([literal, 1]);
      }
    },
    { assume: { serverOffset: '+03:00' } },
  ],
  [
    '§6 drop-downs show labels, guids are lower-case',
    async ({ caller }) => {
      const order = await newOrder(caller);
      const [line] = order['Details'] as unknown as Record<string, { value: string }>[];
      expect(line?.['LineType']?.value).toBe('Goods for Inventory');
      expect(order['NoteID']?.value).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
    },
  ],
  [
    '§6 texts in several languages come through $custom',
    async ({ caller }) => {
      expect((await caller.get('StockItem/GLPINT16?$custom=Item.DescrTranslations')).text).toContain(
        '"[{en:Pint Glass 16 oz}]"',
      );
    },
  ],
  [
    '§8.1 calculated members are ignored, text in place of their number too',
    async ({ caller }) => {
      const order = values(await caller.put('SalesOrder', wired({ CustomerID: 'ABARTENDE', OrderTotal: '2.00' })));
      expect(order['OrderTotal']).toEqual({ value: 0 });
    },
  ],
  [
    '§8.1 members are found in any case',
    async ({ caller }) => {
      const order = values(await caller.put('SalesOrder', wired({ customerid: 'ABARTENDE', DESCRIPTION: 'Loud' })));
      expect([order['CustomerID']?.value, order['Description']?.value]).toEqual(['ABARTENDE', 'Loud']);
    },
  ],
  [
    '§8.1 the same PUT without keys makes two records',
    async ({ caller }) => {
      const [first, second] = [await newOrder(caller), await newOrder(caller)];
      expect(first['OrderNbr']?.value).not.toBe(second['OrderNbr']?.value);
    },
  ],
  [
    '§9 the entity of an action may be named by id and carry changes, also custom ones',
    async ({ caller }) => {
      const order = await newOrder(caller);
      const entity = {
        id: order['id'],
        ...wired({ Description: 'With the action' }),
        custom: { Document: { UsrDeliveryNote: { type: 'CustomStringField', value: 'Ring' } } },
      };
      expect((await caller.post('SalesOrder/PutOnHold', { Entity: entity })).status).toBe(204);
      const now = await caller.get(`SalesOrder/${idOf(order)}?$custom=Document.UsrDeliveryNote`);
      expect(values(now)).toMatchObject({ Status: { value: 'On Hold' }, Description: { value: 'With the action' } });
      expect(now.text).toContain('"value":"Ring"');
    },
  ],
  [
    '§9 dialog fields come as custom parameters',
    async ({ caller }) => {
      const order = await newOrder(caller);
      const parameters = { custom: { FilterPreview: { Reason: { type: 'CustomStringField', value: 'Abandoned' } } } };
      expect((await caller.post('SalesOrder/PutOnHold', { entity: { id: order['id'] }, parameters })).status).toBe(204);
    },
  ],
  [
    '§9 an address of an operation starts with the site',
    async ({ simulator }) => {
      const caller = await signedIn(simulator);
      const order = await newOrder(caller);
      const started = await caller.post('SalesOrder/SalesOrderCreateShipment', { entity: { id: order['id'] } });
      expect(started.headers.location).toMatch(
        /^\/my\/AcumaticaEntity\/entity\/Default\/24\.200\.001\/SalesOrder\/SalesOrderCreateShipment\/status\/[0-9a-f-]{36}$/,
      );
    },
    { site: '/my/AcumaticaEntity' },
  ],
  [
    '§9 a second action of the form in the session is refused while one runs, of another session it is not',
    async ({ simulator, caller }) => {
      const [one, two] = [await newOrder(caller), await newOrder(caller)];
      const ship = (by: Caller, order: Record<string, unknown>): Promise<RawAnswer> =>
        by.post('SalesOrder/SalesOrderCreateShipment', { entity: { id: order['id'] } });
      expect((await ship(caller, one)).status).toBe(202);
      expect((await ship(caller, two)).status).toBe(409);
      expect((await caller.get('Customer/ABARTENDE')).status).toBe(200);
      expect((await ship(await signedIn(simulator), two)).status).toBe(202);
    },
    { release: '25R2' },
  ],
  [
    '§12 a 500 has message, exceptionMessage, exceptionType and stackTrace, in this order',
    async ({ caller }) => {
      const { json } = await caller.get('Customer/NOPE');
      expect(Object.keys(json as object)).toEqual(['message', 'exceptionMessage', 'exceptionType', 'stackTrace']);
    },
  ],
  [
    '§13 a trial has two seats',
    async ({ simulator }) => {
      expect((await signIn(simulator)).status).toBe(204);
      expect((await signIn(simulator)).text).toContain('API Login Limit');
    },
    { limits: { seats: 2 } },
  ],
  [
    '§15 attributes are written by their id',
    async ({ caller }) => {
      const body = {
        ...wired({ InventoryID: 'GLPINT16' }),
        Attributes: [wired({ AttributeID: 'COLOR', Value: 'BLUE' })],
      };
      const { Attributes } = values(await caller.put('StockItem?$expand=Attributes', body)) as unknown as {
        Attributes: { Value: { value: string } }[];
      };
      expect(Attributes.map(({ Value }) => Value.value)).toEqual(['BLUE']);
    },
  ],
  [
    '§15 custom fields may come without their type before contract 5',
    async ({ caller }) => {
      const custom = { CurrentCustomer: { UsrRegion: { value: 'NORTH' } } };
      expect(
        (
          await caller.put('Customer?$custom=CurrentCustomer.UsrRegion', {
            ...wired({ CustomerID: 'ABARTENDE' }),
            custom,
          })
        ).text,
      ).toContain('"NORTH"');
    },
  ],
];

describe('each of the other facts', () => {
  for (const [title, check, options = {}] of rows)
    test(title, async () => {
      await using simulator = await startSimulator(options);
      await check({ simulator, caller: await signedIn(simulator) });
    });
});

describe('the tests of this folder', () => {
  const contract = resolve(__dirname, '../../../../../shared/wire-contract.md');
  const text = ['contract', 'reports', 'steering']
    .flatMap((folder) =>
      readdirSync(resolve(__dirname, '..', folder)).map((name) => resolve(__dirname, '..', folder, name)),
    )
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n');
  const named = new Set([...text.matchAll(/§(\d+(?:\.\d+)?)/g)].map(([, section]) => section));

  test('name every section that a server can show', () => {
    if (!existsSync(contract)) return;
    const headings = [...readFileSync(contract, 'utf8').matchAll(/^##+ (\d+(?:\.\d+)?)[. ]/gm)].map(
      ([, section = '']) => section,
    );
    const parents = new Set(headings.flatMap((section) => (section.includes('.') ? [section.split('.')[0]] : [])));
    // A SOAP leftover that no request can show.
    const unshowable = new Set(['8.6']);
    const shown = headings.filter(
      (section) => Number(section) >= 2 && Number(section) < 17 && !parents.has(section) && !unshowable.has(section),
    );
    expect(shown.filter((section) => !named.has(section))).toEqual([]);
  });
});
