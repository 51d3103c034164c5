/**
 * A program beside classes that were generated of any document: reads a record of every entity named, by list and by
 * id, and prints what it saw. Arguments: the document, the entities.
 */
export const readingProgram = `
import { readFileSync } from 'node:fs';
import { AcumaticaClient, AcumaticaError } from 'acurecord';
import type { EndpointSchema, Entity } from 'acurecord';
import { startSimulator } from '@acurecord/simulator';
import { readSchema } from '@acurecord/metadata';
import { models } from './generated/index.js';

interface Readable {
  new (init?: object): Entity;
  first(): Promise<Entity | undefined>;
  find(id: string): Promise<Entity>;
}

async function main(): Promise<void> {
  const document: unknown = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8'));
  const schema: EndpointSchema = readSchema(document);
  const simulator = await startSimulator({ schema: document, generated: 2 });
  const client = await AcumaticaClient.connect({
    baseUrl: simulator.url, username: 'admin', password: 'admin-secret', tenant: 'Company', autoLoadEnv: false,
    endpointName: schema.endpoint, endpointVersion: schema.version, discover: false, models,
    rateLimit: { callsPerSecond: 10_000 },
  });
  const listed = Object.values(schema.entities).filter(({ topLevel, use }) => topLevel && use === undefined);
  const wrong: string[] = [];
  for (const { name } of listed) {
    const Model = (models as unknown as Record<string, Readable>)[name];
    if (Model === undefined) { wrong.push(name); continue; }
    const record = await Model.first().catch((error: unknown) => {
      if (AcumaticaError.is(error) && error.code === 'CANNOT_OPTIMIZE') return null;
      throw error;
    });
    if (record === null) continue;
    const again = await Model.find(record?.id ?? '');
    const isSame = again.id === record?.id && again instanceof Model && Object.keys(again.toPlain()).length > 0;
    if (!isSame || again.isDirty) wrong.push(name);
    await again.save();
  }
  await client.close();
  const writes = simulator.requests().filter(({ method }) => method === 'PUT' || method === 'PATCH').length;
  console.log(JSON.stringify({ entities: listed.length, wrong, writes, seats: simulator.sessions().length }));
  await simulator.close();
}
void main();
`;

/** A program over classes of a Default endpoint, with the types that generated classes promise and refuse. */
export const typedProgram = `
import { AcumaticaClient } from 'acurecord';
import { Customer, SalesOrder, StockItem, models } from './generated/index.js';

export async function use(client: AcumaticaClient): Promise<unknown> {
  const order = await SalesOrder.find('SO', '000123', { expand: ['Details', 'Details/Allocations'] });
  order.Details.add({ OrderQty: 3, Allocations: [{ Qty: 3 }] });
  await order.salesOrderCreateShipment({ WarehouseID: 'MAIN', custom: { View: { Field: 1 } } });
  await order.invoke('SalesOrderCreateShipment', { ShipmentDate: new Date() });
  const rich = await Customer.where((c) => c.CustomerID.startsWith('A').and(c.MainContact.Email.ne(null))).first();
  const name: string | null | undefined = rich?.CustomerName;
  const registered: SalesOrder = new client.models.SalesOrder({ OrderType: 'SO', Details: [{ OrderQty: 1 }] });
  const items = await StockItem.query().select('InventoryID', 'BaseUOM').take(5).toArray();
  // @ts-expect-error it has two keys
  await SalesOrder.find('SO', '000123', 'more');
  // @ts-expect-error it has no such parameter
  await order.salesOrderCreateShipment({ Warehouse: 'MAIN' });
  // @ts-expect-error it has no such member
  new Customer({ CustomerNmae: 'X' });
  // @ts-expect-error it has no such entity
  client.models.Nope;
  return [name, registered, items.length, Object.keys(models)];
}
`;
