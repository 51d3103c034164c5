import { AcumaticaQueryError } from '@acurecord/errors';
import { defineEntity, RestGateway } from '@acurecord/metadata';
import type { TransportRequest } from '@acurecord/transport';
import { orderSchema, scriptedClient } from '@acurecord/metadata/testing';

/** A gateway over a transport that sends nothing. */
function gatewayOf(sent: TransportRequest[]): RestGateway {
  const send = async (request: TransportRequest): Promise<unknown> => {
    sent.push(request);
    return { body: [] };
  };
  const transport = { baseUrl: 'https://erp.example', send } as unknown as ConstructorParameters<typeof RestGateway>[0];
  return new RestGateway(transport, { endpoint: 'Default', version: '24.200.001', tenant: 'Company' });
}

describe('names that are addresses of the server', () => {
  const names = ['$adHocSchema', '$ADHOCSCHEMA', '$metadata', 'files', 'Files', 'status'];

  it.each(names)('reads a record whose key is %s by a condition, not by that address', async (name) => {
    const client = scriptedClient(({ verb }) => (verb === 'list' ? [] : {}));
    const Order = defineEntity(orderSchema, 'SalesOrder').using(client);
    await expect(Order.find('SO', name)).rejects.toThrow(`There is no SalesOrder with`);
    expect(client.calls).toMatchObject([
      { verb: 'list', request: { params: { $filter: `OrderType eq 'SO' and OrderNbr eq '${name}'` } } },
    ]);
  });

  it.each(names)('refuses the address %s where a gateway is asked for a record', async (name) => {
    const sent: TransportRequest[] = [];
    const request = { entity: 'Customer', address: { keys: [name] }, params: {} };
    await expect(gatewayOf(sent).get(request)).rejects.toThrow(/is an address of the server/);
    await expect(gatewayOf(sent).delete(request)).rejects.toThrow(AcumaticaQueryError);
    expect(sent).toEqual([]);
  });
});

it('refuses a filter beside keys, which the server would prefer', async () => {
  const sent: TransportRequest[] = [];
  const get = (params: Record<string, string>): Promise<unknown> =>
    gatewayOf(sent).get({ entity: 'Payment', address: { keys: ['Credit Memo', '000068'] }, params });
  await expect(get({ $filter: "Type eq 'Payment'" })).rejects.toThrow(/takes no \$filter/);
  expect(sent).toEqual([]);
  const Order = defineEntity(orderSchema, 'SalesOrder').using(scriptedClient());
  for (const option of ['filter', 'where', '$filter'])
    await expect(Order.find(['SO', '1'] as never, { [option]: 'x' })).rejects.toThrow(AcumaticaQueryError);
});

it.each([
  'x',
  '',
  '2026',
  '2026-02-30',
  '2026-13-01',
  '31/12/2026',
  'today',
  '2026-01-31\r\nX: y',
  '1'.repeat(100_000),
])('refuses the business date %.20j before anything is sent', async (businessDate) => {
  const sent: TransportRequest[] = [];
  const list = gatewayOf(sent).list({ entity: 'Customer', params: {}, options: { businessDate } });
  await expect(list).rejects.toThrow(AcumaticaQueryError);
  expect(sent).toEqual([]);
});

it.each(['2026-01-31', '2026/1/31', '1/31/2026', '2026-01-31T00:00:00', '2026-01-31T00:00:00.00+03:00'])(
  'sends the business date %s',
  async (businessDate) => {
    const sent: TransportRequest[] = [];
    await gatewayOf(sent).list({ entity: 'Customer', params: {}, options: { businessDate } });
    expect(sent[0]?.headers).toMatchObject({ 'PX-CbApiBusinessDate': businessDate });
  },
);

it('refuses half of a character in the name of a file and of an inquiry', async () => {
  const sent: TransportRequest[] = [];
  const target = { link: '/entity/Default/24.200.001/files/{filename}', keys: [] };
  const upload = gatewayOf(sent).upload({ entity: 'Case', target, filename: 'a\ud800', content: new Uint8Array() });
  await expect(upload).rejects.toThrow(AcumaticaQueryError);
  await expect(gatewayOf(sent).odata({ source: 'gi', set: 'b\udc00', params: {} })).rejects.toThrow(
    AcumaticaQueryError,
  );
  expect(sent).toEqual([]);
});
