import { AcumaticaCannotOptimizeError, AcumaticaQueryError } from '@acurecord/errors';
import { defineEntity, RestGateway } from '@acurecord/metadata';
import { orderRow, orderSchema, scriptedClient } from '@acurecord/metadata/testing';
import type { OrderUnderTest, ScriptedClient } from '@acurecord/metadata/testing';

const Order = defineEntity<OrderUnderTest>(orderSchema, 'SalesOrder');
const row = orderRow();

/** A server that gives no list unless it may read record by record. */
const stubborn = (): ScriptedClient =>
  scriptedClient(({ verb, request }) => {
    const at = (request['params'] as Record<string, string>)['$skip'] ?? '0';
    if (verb !== 'list' || request['optimization'] === 'off')
      return verb === 'list' ? [{ ...row, id: `id-${at}` }] : row;
    if ((request['params'] as Record<string, string>)['$select'] === 'OrderType,OrderNbr') return [row];
    throw new AcumaticaCannotOptimizeError('Optimization cannot be performed.', { fields: ['InventoryID'] });
  });
const behaviours = ({ calls }: ScriptedClient): unknown[] =>
  calls.map(({ verb, request }) => [verb, request['optimization']]);

describe('a list that the server cannot read as a whole', () => {
  it('is asked for again, to be read record by record by the server, and its further pages at once so', async () => {
    const client = stubborn();
    const query = Order.using(client).query().take(2).pageSize(1).fallback('server');
    expect(await query.toArray()).toHaveLength(2);
    expect(behaviours(client)).toEqual([
      ['list', undefined],
      ['list', 'off'],
      ['list', 'off'],
    ]);
    expect(query.explain().notes.join()).toContain('record by record');
  });

  it('is read record by record by the client', async () => {
    const client = stubborn();
    expect(await Order.using(client).query().take(1).fallback('each').toArray()).toHaveLength(1);
    expect(behaviours(client)).toEqual([
      ['list', undefined],
      ['list', undefined],
      ['get', undefined],
    ]);
  });

  it('fails at once where that is wanted, with the ways out', async () => {
    const client = stubborn();
    const failed = Order.using(client).query().fallback('fail').toArray();
    await expect(failed).rejects.toThrow(/fallback\('server'\)/);
    expect(behaviours(client)).toEqual([['list', 'required']]);
  });

  it('fails where reading it record by record does not help either', async () => {
    const client = scriptedClient(() => {
      throw new AcumaticaCannotOptimizeError('Optimization cannot be performed.', { fields: [] });
    });
    await expect(Order.using(client).query().fallback('server').toArray()).rejects.toBeInstanceOf(
      AcumaticaCannotOptimizeError,
    );
    expect(client.calls).toHaveLength(2);
  });

  it('is asked for in no other way', () => {
    expect(() => Order.query().fallback('both' as 'each')).toThrow(AcumaticaQueryError);
  });

  it('is asked for by the header of the ERP', async () => {
    const sent: unknown[] = [];
    const send = ({ headers }: { headers: Record<string, string> }): Promise<object> => {
      sent.push(headers['PX-CbApiBehavior']);
      return Promise.resolve({ status: 200, body: [] });
    };
    const gateway = new RestGateway({ baseUrl: 'http://erp.test', send } as never, {
      endpoint: 'Default',
      version: '1',
    });
    await gateway.list({ entity: 'SalesOrder', params: {} });
    await gateway.list({ entity: 'SalesOrder', params: {}, optimization: 'off' });
    await gateway.list({ entity: 'SalesOrder', params: {}, optimization: 'required' });
    expect(sent).toEqual([undefined, 'NOTOPTIMIZE', 'FASTFAIL']);
  });
});
