import { AcumaticaServerError, AcumaticaValidationError } from '@acurecord/errors';
import { defineEntity, loadKnowledge } from '@acurecord/metadata';
import type { EntityClient, WireRow } from '@acurecord/metadata';
import { orderRow, orderSchema, scriptedClient } from '@acurecord/metadata/testing';
import type { OrderUnderTest, ScriptedClient } from '@acurecord/metadata/testing';

const Order = defineEntity<OrderUnderTest>(orderSchema, 'SalesOrder');
const facts: NonNullable<EntityClient['facts']> = async (entity) =>
  (await loadKnowledge()).with({ SalesOrderDetail: { InventoryID: { maxLength: 30 } } }).entity('Default', entity);

const knowing = (answer?: Parameters<typeof scriptedClient>[0]): ScriptedClient => ({
  ...scriptedClient(answer),
  facts,
});
const faultOf = async (save: Promise<unknown>): Promise<AcumaticaValidationError> => {
  const error: unknown = await save.catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(AcumaticaValidationError);
  return error as AcumaticaValidationError;
};
const long = 'x'.repeat(300);

describe('a text that is longer than its field', () => {
  it('is refused before anything is sent where validation is strict', async () => {
    const client = knowing();
    const order = Order.using(client).build({ OrderType: 'SO', Description: long });
    order.Details?.add({ InventoryID: long });
    const error = await faultOf(order.save({ validate: 'strict' }));
    expect(client.calls).toEqual([]);
    expect(error.message).toContain('Description holds 256 characters; 300 were sent');
    expect(error.fieldErrors).toEqual({
      Description: ['Description holds 256 characters; 300 were sent.'],
      'Details[0].InventoryID': ['Details[0].InventoryID holds 30 characters; 300 were sent.'],
    });
    await faultOf(
      Order.using({ ...client, validate: 'strict' })
        .build({ Description: long })
        .save(),
    );
    expect(client.calls).toEqual([]);
  });

  it('is sent where it is not, since a column may be wider', async () => {
    const client = knowing();
    await Order.using(client).build({ OrderType: 'SO', Description: long }).save();
    await Order.using(client)
      .build({ OrderType: 'SO', Description: 'x'.repeat(256) })
      .save({ validate: 'strict' });
    expect(client.calls).toHaveLength(2);
  });

  it('is left alone where nothing is known', async () => {
    const client = scriptedClient();
    await Order.using(client).build({ OrderType: 'SO', Description: long }).save({ validate: 'strict' });
    expect(client.calls).toHaveLength(1);
  });

  it('is named where the server refuses the record', async () => {
    const refused = new AcumaticaValidationError('PUT SalesOrder failed with 422: too long.', {
      status: 422,
      operation: 'PUT SalesOrder',
      issues: [
        { path: '', value: undefined, message: 'The record raised at least one error.' },
        { path: 'Description', value: long, message: 'The string is too long.' },
      ],
    });
    const client = knowing(() => {
      throw refused;
    });
    const order = Order.using(client).build({ Description: long });
    order.Details?.add({ InventoryID: long });
    const error = await faultOf(order.save());
    expect(error.message).toMatch(/failed with 422.* Description holds 256 characters; 300 were sent/);
    expect([error.status, error.operation, error.cause]).toEqual([422, 'PUT SalesOrder', refused]);
    expect(error.issues.map(({ path, message }) => [path, message])).toEqual([
      ['', 'The record raised at least one error.'],
      ['Description', 'The string is too long. (Description holds 256 characters; 300 were sent)'],
      ['Details[0].InventoryID', 'Details[0].InventoryID holds 30 characters; 300 were sent.'],
    ]);
  });

  it('changes nothing of other refusals', async () => {
    const short = new AcumaticaValidationError('Refused.', { status: 422 });
    const failed = new AcumaticaServerError('Down.', { status: 500 });
    for (const [text, thrown] of [
      ['short', short],
      [long, failed],
    ] as const) {
      const client = knowing(() => {
        throw thrown;
      });
      await expect(Order.using(client).build({ Description: text }).save()).rejects.toBe(thrown);
    }
  });

  it('is named where the server has kept less of it', async () => {
    let row: WireRow = orderRow();
    const client = knowing(({ verb, request }) => (verb === 'put' ? { ...row, ...(request['row'] as WireRow) } : row));
    const order = await Order.using(client).find('SO', '000123');
    order.Description = long;
    row = { ...row, Description: { value: long.slice(0, 256) } };
    const error = await faultOf(order.save({ verify: true }));
    expect(error.message).toContain('Description holds 256 characters; 300 were sent');
    expect(error.issues).toHaveLength(1);
  });
});
