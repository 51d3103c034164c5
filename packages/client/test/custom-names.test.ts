import { AcumaticaQueryError } from 'acurecord';
import type { AcumaticaClient, DetailCollection, DynamicEntity } from 'acurecord';
import type { Simulator } from '@acurecord/simulator';
import { startSimulator } from '@acurecord/simulator';
import { connectTo } from './support/simulated.js';

let sim: Simulator;
let client: AcumaticaClient;
beforeAll(async () => void (sim = await startSimulator()));
afterAll(() => sim.close());
beforeEach(async () => void (client = await connectTo(sim)));
afterEach(() => client.close());

const find = (custom: string) =>
  client.models.SalesOrder.find('SO', '000001', { expand: ['Details'], custom: [custom] });

test.each([
  [
    'Document.UsrDeliverNote',
    'SalesOrder has no field "Document.UsrDeliverNote" outside the contract. Did you mean Document.UsrDeliveryNote?',
  ],
  ['CurrentDocument.UsrDeliveryNote', 'Did you mean Document.UsrDeliveryNote?'],
  ['Details/Transactions.UsrEngravin', 'SalesOrderDetail has no field "Transactions.UsrEngravin"'],
])(
  'once the added fields are known, %s is told for the slip it is, before anything is sent',
  async (custom, message) => {
    await client.salesOrders.getAdHocSchema();
    const before = sim.requests().length;
    await expect(find(custom)).rejects.toThrow(message);
    const query = client.models.SalesOrder.query().custom(custom);
    await expect(query.toArray()).rejects.toThrow(AcumaticaQueryError);
    expect(() => query.compile()).toThrow(message);
    expect(sim.requests()).toHaveLength(before);
  },
);

test('what would be written to a field that there is not is told too, and not lost', async () => {
  await client.salesOrders.getAdHocSchema();
  const order = await client.models.SalesOrder.find('SO', '000001', { expand: ['Details'] });
  order.setCustom('Document', 'UsrDeliveryNotes', 'Ring twice');
  await expect(order.save()).rejects.toThrow('Did you mean Document.UsrDeliveryNote?');
  expect(order.isDirty).toBe(true);
  order.revert();
  (order.Details as DetailCollection<DynamicEntity>).at(0)?.setCustom('Transactions', 'UsrEngravings', 'A. B.');
  await expect(order.save()).rejects.toThrow('Did you mean Transactions.UsrEngraving?');
});

test('any other field of the form may be asked for, also where the added ones are known', async () => {
  await client.salesOrders.getAdHocSchema();
  expect((await find('CurrentDocument.TaxZoneID')).custom).toHaveProperty('CurrentDocument');
  expect((await find('document.usrdeliverynote')).id).toBeDefined();
});

test('nothing is refused while it is not known which fields were added', async () => {
  await expect(find('Document.UsrAnything')).resolves.toBeDefined();
});
