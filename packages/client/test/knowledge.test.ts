import { AcumaticaValidationError } from 'acurecord';
import type { ClientOptions } from 'acurecord';
import { startSimulator } from '@acurecord/simulator';
import type { Simulator } from '@acurecord/simulator';
import { connectTo } from './support/simulated.js';

let simulator: Simulator;
beforeAll(async () => {
  simulator = await startSimulator();
});
afterAll(() => simulator.close());

const long = 'x'.repeat(300);
const save = async (options: ClientOptions): Promise<unknown> => {
  await using client = await connectTo(simulator, options);
  const item = new client.models.StockItem({ InventoryID: 'LONGTEXT', Description: long });
  return await item.save().catch((error: unknown) => error);
};

describe('what a client knows of its fields', () => {
  it('refuses texts that are too long where it is told to, and writes none of them', async () => {
    const error = await save({ validate: 'strict' });
    expect(error).toBeInstanceOf(AcumaticaValidationError);
    expect((error as Error).message).toContain('Description holds 256 characters; 300 were sent');
    expect(simulator.store.find('StockItem', 'LONGTEXT')).toBeUndefined();
  });

  it('gives way to what the program knows of its tenant', async () => {
    const knowledge = { fields: { StockItem: { Description: { maxLength: 400, label: 'Text' } } } };
    expect(await save({ validate: 'strict', knowledge })).not.toBeInstanceOf(Error);
    await using client = await connectTo(simulator, { knowledge });
    expect((await client.getModelInfo('StockItem')).fields['Description']).toMatchObject({
      maxLength: 400,
      label: 'Text',
    });
  });

  it('is nothing where it is told so, or where the endpoint is one of the customer', async () => {
    expect(await save({ validate: 'strict', knowledge: false })).not.toBeInstanceOf(Error);
    expect(await save({ validate: 'strict', knowledge: { like: 'Mine' } })).not.toBeInstanceOf(Error);
    await using client = await connectTo(simulator, { knowledge: false });
    expect((await client.getModelInfo('StockItem')).fields['Description']).toEqual({ type: 'String', custom: false });
  });
});
