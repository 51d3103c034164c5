import { generateKeyPairSync, sign } from 'node:crypto';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { startSimulator } from '../../src/index.js';
import type { AccessLevel, Simulator, SimulatorOptions } from '../../src/index.js';
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

/** Rights that a test takes away while a session lives. */
const changingRights: Record<string, AccessLevel> = {};

/** Facts that no other test shows, in the order of the ERP's behaviour. */
const rows: readonly Row[] = [
  [
    '§2.1 a locale is taken, and changes nothing',
    async ({ simulator }) => {
      const answer = await signIn(simulator, { locale: 'de-DE' });
      expect([answer.status, answer.cookies.some((one) => one.startsWith('Locale=Culture=en-US&'))]).toEqual([
        204,
        true,
      ]);
    },
  ],
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
    '§2.2 requeststat names the path below the site, in lower case',
    async ({ caller }) => {
      const { cookies } = await caller.put('Customer', wired({ CustomerID: 'ABARTENDE' }));
      expect(cookies.at(-1)).toContain('+sc:~/entity/default/24.200.001/customer+');
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
    '§2.4 a sign-out without its length is refused, and the seat stays taken',
    async ({ simulator, caller }) => {
      const headers = { Cookie: caller.cookie };
      const answer = await rawRequest(simulator.url, 'POST', '/entity/auth/logout', { lengthless: true, headers });
      expect([answer.status, simulator.sessions().length]).toEqual([411, 1]);
    },
  ],
  [
    '§2.5 a session keeps the rights it had at sign-in',
    async ({ simulator, caller }) => {
      changingRights['Customer'] = 'none';
      expect((await caller.get('Customer?$top=1')).status).toBe(200);
      expect((await (await signedIn(simulator)).get('Customer?$top=1')).status).toBe(403);
    },
    { users: [{ name: 'admin', password: 'admin-secret', rights: changingRights }] },
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
    '§3 the tenant comes from the id of the application',
    async ({ simulator }) => {
      const { access_token } = (await token(simulator.url, { client_secret: 's', client_id: 'app@Two' })).json as {
        access_token: string;
      };
      await rawRequest(simulator.url, 'GET', `${endpointPath}/Warehouse`, {
        headers: { Authorization: `Bearer ${access_token}` },
      });
      expect(simulator.sessions().map(({ kind, tenant }) => [kind, tenant])).toContainEqual(['bearer', 'Two']);
    },
    { tenants: ['One', 'Two'], applications: [{ ...application, clientId: 'app@Two' }] },
  ],
  [
    '§3 the scopes are api, concurrent access, offline access and those about the user',
    async ({ simulator: { url } }) => {
      const known = (await rawRequest(url, 'GET', '/identity/.well-known/openid-configuration')).json as {
        scopes_supported: string[];
      };
      expect(known.scopes_supported).toEqual([
        'api',
        'api:concurrent_access',
        'offline_access',
        'openid',
        'profile',
        'email',
        'phone',
      ]);
      const scope = known.scopes_supported.join(' ');
      expect((await token(url, { client_secret: 's', scope })).json).toMatchObject({ scope });
    },
    { applications: [application] },
  ],
  [
    '§3 a refresh token that slides lives from its last use',
    async ({ simulator }) => {
      const refresh = async (refresh_token: unknown): Promise<RawAnswer> =>
        token(simulator.url, { client_secret: 's', grant_type: 'refresh_token', refresh_token: String(refresh_token) });
      let answer = await token(simulator.url, { client_secret: 's', scope: 'api offline_access' });
      for (let use = 0; use < 2; use += 1) {
        simulator.advance(14 * 86_400_000);
        answer = await refresh(values(answer)['refresh_token']);
        expect(answer.status).toBe(200);
      }
      simulator.advance(16 * 86_400_000);
      expect((await refresh(values(answer)['refresh_token'])).json).toMatchObject({ error: 'invalid_grant' });
    },
    { applications: [{ ...application, refreshTokens: { slidingDays: 15 } }] },
  ],
  [
    '§3 a token tells who the user is',
    async ({ simulator }) => {
      const { access_token } = (await token(simulator.url, { client_secret: 's', scope: 'api openid profile' }))
        .json as {
        access_token: string;
      };
      const headers = { Authorization: `Bearer ${access_token}` };
      const answer = await rawRequest(simulator.url, 'GET', '/identity/connect/userinfo', { headers });
      expect([answer.status, answer.text.includes('admin')]).toEqual([200, true]);
    },
    { applications: [application] },
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
    '§5.1 keys are percent-encoded; one with a slash is found by id and $filter only',
    async ({ caller }) => {
      expect((await caller.get('Customer/A%20%23B')).status).toBe(200);
      expect((await caller.get('Customer/A/B')).status).toBe(500);
      const [found] = rowsOf(await caller.get("Customer?$filter=CustomerID eq 'A/B'"));
      expect(found?.['CustomerID']?.value).toBe('A/B');
      expect((await caller.get(`Customer/${idOf(found ?? {})}`)).status).toBe(200);
    },
    { data: { Customer: [{ CustomerID: 'A #B' }, { CustomerID: 'A/B' }] } },
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
    '§5.5 $select takes paths, custom ones as well',
    async ({ caller }) => {
      const [item] = rowsOf(
        await caller.get('StockItem?$top=1&$select=InventoryID,custom.Item&$custom=Item.DescrTranslations'),
      );
      expect(Object.keys(item ?? {})).toEqual(['id', 'rowNumber', 'note', 'InventoryID', 'custom', '_links']);
      expect(item).toMatchObject({ custom: { Item: { DescrTranslations: { type: 'CustomStringField' } } } });
      const customer = values(
        await caller.get('Customer/ABARTENDE?$select=MainContact/Address/City&$expand=MainContact,MainContact/Address'),
      ) as unknown as { MainContact: { Address: object } };
      expect(Object.keys(customer.MainContact.Address)).toContain('City');
      expect(Object.keys(customer.MainContact.Address)).not.toContain('Country');
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
    '§5.6 files of rows come with Details/files',
    async ({ caller }) => {
      const rows = async (expand: string): Promise<object | undefined> =>
        (values(await caller.get(`SalesOrder/SO/000001?$expand=${expand}`)) as unknown as { Details: object[] })
          .Details[0];
      expect(await rows('Details')).not.toHaveProperty('files');
      expect(await rows('Details,Details/files')).toHaveProperty('files', []);
    },
  ],
  [
    '§5.7 $custom reaches fields of rows',
    async ({ caller }) => {
      const { Details } = values(
        await caller.get('SalesOrder/SO/000001?$expand=Details&$custom=Details/Transactions.UsrX'),
      ) as unknown as { Details: { custom: object }[] };
      expect(Details[0]?.custom).toHaveProperty('Transactions.UsrX.type');
    },
  ],
  [
    '§5.8 a record by key or id needs no optimisation',
    async ({ caller }) => {
      const id = idOf(values(await caller.get('Customer/ABARTENDE')));
      expect((await caller.get(`Customer/${id}`)).status).toBe(200);
      expect((await caller.get('Customer')).text).toContain('CannotOptimizeException');
    },
    { cannotOptimize: { Customer: ['CustomerName'] } },
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
    '§6 members come as id, rowNumber, note, fields, custom, _links, files; records that are well have no error',
    async ({ caller }) => {
      const answer = await caller.get('SalesOrder/SO/000001?$expand=Details,files');
      const names = Object.keys(values(answer));
      expect([...names.slice(0, 3), ...names.slice(-3)]).toEqual([
        'id',
        'rowNumber',
        'note',
        'custom',
        '_links',
        'files',
      ]);
      expect(answer.text).not.toContain('"error"');
      expect(answer.text.match(/"custom":\{\}/g)?.length).toBeGreaterThan(1);
    },
  ],
  [
    '§6 records may have no _links',
    async ({ caller }) => {
      expect((await caller.get('SalesOrder/SO/000001?$expand=Details')).text).not.toContain('_links');
    },
    { links: false },
  ],
  [
    '§6 fractions of seconds lose their zeros at the end, whole seconds have none',
    async ({ caller }) => {
      const shown = async (key: string): Promise<unknown> =>
        values(await caller.get(`Customer/${key}`))['CreatedDateTime']?.value;
      expect(await shown('A')).toBe('2024-01-02T17:20:45.16+00:00');
      expect(await shown('B')).toBe('2024-01-02T17:20:45+00:00');
    },
    {
      data: {
        Customer: [
          { CustomerID: 'A', CreatedDateTime: '2024-01-02T17:20:45.160Z' },
          { CustomerID: 'B', CreatedDateTime: '2024-01-02T17:20:45.000Z' },
        ],
      },
    },
  ],
  [
    '§6 integers are integers, decimals have a fraction',
    async ({ caller }) => {
      const { text } = await caller.get('Customer/ABARTENDE?$select=OrderPriority,CreditLimit');
      expect(text).toMatch(/"CreditLimit":\{"value":\d+\.\d+\}/);
      expect(text).toMatch(/"OrderPriority":\{"value":\d+\}/);
    },
  ],
  [
    '§6 a drop-down is written by its label',
    async ({ caller }) => {
      const item = wired({ InventoryID: 'GLPINT16', ItemStatus: 'Inactive' });
      expect(values(await caller.put('StockItem', item))['ItemStatus']?.value).toBe('Inactive');
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
    '§8.1 a $filter that finds nothing leads to an insert',
    async ({ simulator, caller }) => {
      const body = wired({ CustomerID: 'NEWONE', CustomerName: 'New' });
      const answer = await caller.put("Customer?$filter=MainContact/Email eq 'no@body'", body);
      expect([answer.status, simulator.store.find('Customer', 'NEWONE')?.['CustomerName']]).toEqual([200, 'New']);
    },
  ],
  [
    '§8.1 $select and $custom shape the answer',
    async ({ caller }) => {
      const answer = await caller.put(
        'Customer?$select=CustomerName&$custom=CurrentCustomer.UsrRegion',
        wired({ CustomerID: 'ABARTENDE' }),
      );
      expect(Object.keys(values(answer))).toEqual(['id', 'rowNumber', 'note', 'CustomerName', 'custom', '_links']);
      expect(answer.text).toContain('"UsrRegion":{"type":"CustomStringField"');
    },
  ],
  [
    '§8.1 unknown members of rows are ignored',
    async ({ caller }) => {
      const { Details } = values(
        await caller.put('SalesOrder?$expand=Details', {
          ...wired({ CustomerID: 'ABARTENDE' }),
          Details: [wired({ InventoryID: 'BTBLENDER', Quantity: 3 })],
        }),
      ) as unknown as { Details: { OrderQty: { value: number } }[] };
      expect(Details[0]?.OrderQty.value).toBe(0);
    },
  ],
  [
    '§8.3 the conditions hold for actions too, and there are no ETags',
    async ({ caller }) => {
      const nobody = { entity: wired({ CustomerID: 'NOBODY' }) };
      expect((await caller.post('Customer/Activate', nobody, { 'If-Match': '*' })).status).toBe(412);
      expect((await caller.get('Customer/ABARTENDE')).headers).not.toHaveProperty('etag');
    },
  ],
  [
    '§8.5 nothing is deleted without a key or id',
    async ({ simulator, caller }) => {
      const before = simulator.store.count('Customer');
      expect((await caller.send('DELETE', `${endpointPath}/Customer`)).status).toBe(405);
      expect(simulator.store.count('Customer')).toBe(before);
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
    '§9 an action without parameters needs none, and a finished one has a Location',
    async ({ caller }) => {
      const answer = await caller.post('SalesOrder/PutOnHold', { entity: { id: (await newOrder(caller))['id'] } });
      expect([answer.status, answer.headers.location]).toEqual([204, `${endpointPath}/SalesOrder/`]);
    },
  ],
  [
    '§11 a file is read as bytes by its id',
    async ({ simulator, caller }) => {
      const put = await rawRequest(simulator.url, 'PUT', `${endpointPath}/SalesOrder/SO/000001/files/a.txt`, {
        body: 'text',
        headers: { Cookie: caller.cookie, 'Content-Type': 'application/octet-stream' },
      });
      const location = put.headers.location ?? '';
      expect(location).toMatch(/^\/entity\/Default\/24\.200\.001\/files\/[0-9a-f-]{36}$/);
      const got = await caller.send('GET', location, undefined, { Accept: 'application/octet-stream' });
      expect([got.status, got.headers['content-type'], got.text]).toEqual([200, 'application/octet-stream', 'text']);
    },
  ],
  [
    '§11 comments of files have 500 characters at most',
    async ({ simulator, caller }) => {
      const put = async (length: number): Promise<number> =>
        (
          await rawRequest(simulator.url, 'PUT', `${endpointPath}/SalesOrder/SO/000001/files/a.txt`, {
            body: 'text',
            headers: { Cookie: caller.cookie, 'PX-CbFileComment': 'x'.repeat(length) },
          })
        ).status;
      expect(await put(500)).toBe(204);
      expect(await put(501)).toBeGreaterThanOrEqual(400);
    },
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
    '§14 the root of tables has an older alias, and the older root of inquiries speaks version 3',
    async ({ caller }) => {
      const table = await caller.send('GET', '/odatav4/Company/PX_Objects_AR_Customer?$top=1');
      expect(table.json).toHaveProperty(['@odata.context']);
      const inquiry = await caller.send('GET', '/odata/Company/Customers?$top=1');
      expect(inquiry.json).toHaveProperty(['odata.metadata']);
    },
    { release: '23R2' },
  ],
  [
    '§14 an inquiry that is not exposed is not there',
    async ({ caller }) => {
      expect((await caller.send('GET', '/t/Company/api/odata/gi/Hidden')).status).toBe(404);
    },
  ],
  [
    '§14 name and password take no seat of the API, a token takes one',
    async ({ simulator }) => {
      const ask = async (Authorization: string): Promise<number> =>
        (
          await rawRequest(simulator.url, 'GET', '/t/Company/api/odata/gi/Customers?$top=1', {
            headers: { Authorization },
          })
        ).status;
      const basic = `Basic ${Buffer.from('admin:admin-secret').toString('base64')}`;
      expect([await ask(basic), await ask(basic)]).toEqual([200, 200]);
      expect(simulator.sessions()).toHaveLength(1);
      const { access_token } = (await token(simulator.url, { client_secret: 's' })).json as { access_token: string };
      expect(await ask(`Bearer ${access_token}`)).toBe(200);
      expect(simulator.sessions()).toHaveLength(2);
    },
    { applications: [application], limits: { seats: 2 } },
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
