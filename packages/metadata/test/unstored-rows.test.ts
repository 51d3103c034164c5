import { inspect } from 'node:util';
import { AcumaticaAmbiguousOutcomeError, AcumaticaError, AcumaticaValidationError } from '@acurecord/errors';
import { defineEntity } from '@acurecord/metadata';
import type { EndpointSchema, WireRow } from '@acurecord/metadata';
import { orderRow, orderSchema, scriptedClient } from '@acurecord/metadata/testing';
import type { OrderUnderTest } from '@acurecord/metadata/testing';

const schema: EndpointSchema = orderSchema;
const Order = defineEntity<OrderUnderTest>(schema, 'SalesOrder');
const cell = (value: unknown): object => ({ value });
const line = (id: string, item: string, qty: number): WireRow => ({
  id,
  InventoryID: cell(item),
  OrderQty: cell(qty),
});

/** An order whose save is answered with `answered` rows, and which is read afterwards with `stored` ones. */
async function scene(answered: readonly WireRow[], stored: readonly WireRow[] | Error = answered) {
  const kept = { ...orderRow(), Details: [line('1', 'AALEGO500', 2)] };
  let isSaved = false;
  const client = scriptedClient(({ verb }) => {
    if (verb === 'put') {
      isSaved = true;
      return { ...kept, Details: answered };
    }
    if (!isSaved) return kept;
    if (stored instanceof Error) throw stored;
    return { ...kept, Details: stored };
  });
  const order = await Order.using(client).find('SO', '000123', { expand: ['Details'] });
  return { order, verbs: () => client.calls.slice(1).map(({ verb }) => verb) };
}

async function refusal(work: Promise<unknown>): Promise<AcumaticaValidationError> {
  const error: unknown = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (AcumaticaValidationError.is(error)) return error;
  throw new Error(`It was not refused as it should: ${inspect(error)}`);
}

describe('a row that was sent and is not in the answer', () => {
  it('is confirmed by one read and told with its place, while the record holds what was written', async () => {
    const { order, verbs } = await scene([line('1', 'AALEGO500', 2)]);
    order.Details.add({ InventoryID: 'UNKNOWN', OrderQty: 1 });
    const error = await refusal(order.save());
    expect(error).toMatchObject({
      code: 'ROW_NOT_STORED',
      written: true,
      entity: 'SalesOrder',
      issues: [{ path: 'Details[0]', value: { InventoryID: 'UNKNOWN', OrderQty: 1 } }],
    });
    expect(error.message).toContain('was written, but the server did not store Details[0]');
    expect(error.record).toBe(order);
    expect(verbs()).toEqual(['put', 'get']);
    expect([order.isDirty, order.Details.length]).toEqual([false, 1]);
    await order.save();
    expect(verbs()).toEqual(['put', 'get']);
  });

  it('is printed without the record', async () => {
    const { order } = await scene([line('1', 'AALEGO500', 2)]);
    order.Details.add({ InventoryID: 'UNKNOWN' });
    const error = await refusal(order.save());
    expect(error.toJSON()).toMatchObject({ code: 'ROW_NOT_STORED', written: true });
    expect(JSON.stringify(error)).not.toContain('"record"');
  });

  it('is no fault where the read finds it: the record takes the rows over', async () => {
    const stored = [line('1', 'AALEGO500', 2), line('2', 'BTMAT', 1)];
    const { order } = await scene([line('1', 'AALEGO500', 2)], stored);
    order.Details.add({ InventoryID: 'BTMAT', OrderQty: 1 });
    await order.save();
    expect(order.Details.map(({ id, InventoryID }) => [id, InventoryID])).toEqual([
      ['1', 'AALEGO500'],
      ['2', 'BTMAT'],
    ]);
    expect(order.isDirty).toBe(false);
  });

  it('is told where changed rows were answered by no rows at all', async () => {
    const { order } = await scene([]);
    const [row] = order.Details;
    if (row) row.OrderQty = 9;
    expect((await refusal(order.save())).issues).toMatchObject([{ path: 'Details[0]', value: { OrderQty: 9 } }]);
  });

  it('leaves it open when the confirming read fails', async () => {
    const { order } = await scene([line('1', 'AALEGO500', 2)], new AcumaticaError('gone'));
    order.Details.add({ InventoryID: 'UNKNOWN' });
    await expect(order.save()).rejects.toThrow(AcumaticaAmbiguousOutcomeError);
  });
});

describe('a row that came back in another form', () => {
  it.each<[string, readonly WireRow[]]>([
    ['as it was sent', [line('1', 'AALEGO500', 2), line('2', 'BTMAT', 1)]],
    ['in another order', [line('2', 'BTMAT', 1), line('1', 'AALEGO500', 2)]],
    ['with another case and blanks', [line('1', 'AALEGO500', 2), line('2', 'btmat  ', 1)]],
    ['with values that the form made of it', [line('1', 'AALEGO500', 2), line('2', 'BTMAT-NEW', 7)]],
    ['split in two', [line('1', 'AALEGO500', 2), line('2', 'BTMAT', 0.5), line('3', 'BTMAT', 0.5)]],
  ])('%s is stored, and nothing is read', async (_, answer) => {
    const { order, verbs } = await scene(answer);
    order.Details.add({ InventoryID: 'BTMAT', OrderQty: 1 });
    await order.save();
    expect(verbs()).toEqual(['put']);
  });

  it.each([
    ['replaced its values', 1],
    ['was added to it', 3],
  ])('merged into a row that was there is stored: it %s', async (_, quantity) => {
    const { order, verbs } = await scene([line('1', 'AALEGO500', quantity)]);
    order.Details.add({ InventoryID: 'AALEGO500', OrderQty: 1 });
    await order.save();
    expect(verbs()).toEqual(['put']);
  });

  it('is not taken for a row like it that stayed as it was', async () => {
    const { order } = await scene([line('1', 'AALEGO500', 2)]);
    order.Details.add({ InventoryID: 'AALEGO500', OrderQty: 1 });
    expect((await refusal(order.save())).code).toBe('ROW_NOT_STORED');
  });
});
