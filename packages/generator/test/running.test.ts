import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { generateModels } from '@acurecord/generator';
import { readSchema } from '@acurecord/metadata';
import type { EndpointSchema } from '@acurecord/metadata';
import { startSimulator } from '@acurecord/simulator';
import type { Simulator } from '@acurecord/simulator';
import { AcumaticaClient } from 'acurecord';
import { outputFolder } from './output-folder.js';
import { readDocument, realDocuments } from './real-documents.js';

jest.setTimeout(240_000);

const run = promisify(execFile);
const root = join(__dirname, '../../..');
const tsx = join(root, 'node_modules/tsx/dist/cli.mjs');

/** Works with the classes of the demo company, and prints what it saw. */
const shopping = `
import { AcumaticaClient } from 'acurecord';
import { Customer, SalesOrder, StockItem, models } from './index.js';

async function main(): Promise<void> {
  await using client = await AcumaticaClient.connect({
    baseUrl: process.env.SIMULATOR_URL!, username: 'admin', password: 'admin-secret', tenant: 'Company',
    autoLoadEnv: false, endpointName: 'Default', endpointVersion: process.env.ENDPOINT_VERSION!, discover: false, models,
  });
  const customer = await Customer.find('ABARTENDE', { expand: ['MainContact'] });
  customer.CustomerName = 'Changed';
  const sent = customer.toWire();
  await customer.save();
  const item = await StockItem.query().firstOrThrow();
  const order = await SalesOrder.create({
    OrderType: 'SO', CustomerID: 'ABARTENDE', Details: [{ InventoryID: item.InventoryID, OrderQty: 2 }],
  }, { expand: ['Details'] });
  await order.reload({ expand: ['Details'] });
  const open = await SalesOrder.where((o) => o.OrderNbr.eq(order.OrderNbr)).expand('Details').toArray();
  console.log(JSON.stringify({
    sent: Object.keys(sent), name: (await Customer.find('ABARTENDE')).CustomerName, lines: order.Details.length,
    found: open.length, quantity: open[0]?.Details.at(0)?.OrderQty, isSame: new client.models.SalesOrder() instanceof SalesOrder,
    keys: Object.keys(SalesOrder.fields).slice(0, 3), mail: typeof customer.MainContact?.Email,
  }));
}
void main();
`;

/** Reads a record of every entity that the server can list, and prints those that look changed or empty. */
const reading = `
import { AcumaticaClient } from 'acurecord';
import { models } from './index.js';

async function main(): Promise<void> {
  await using client = await AcumaticaClient.connect({
    baseUrl: process.env.SIMULATOR_URL!, username: 'admin', password: 'admin-secret', tenant: 'Company',
    autoLoadEnv: false, endpointName: process.env.ENDPOINT!, endpointVersion: process.env.ENDPOINT_VERSION!,
    discover: false, models, rateLimit: { callsPerSecond: 10_000 },
  } as never);
  let read = 0;
  let refused = 0;
  const dirty: string[] = [];
  for (const name of process.env.ENTITIES!.split(',')) {
    const Model = (models as Record<string, any>)[name];
    const record = await Model.first().catch((error: { code?: string }) => {
      if (error.code !== 'CANNOT_OPTIMIZE') throw error;
      refused += 1;
    });
    if (record === undefined) continue;
    const again = await Model.find(record.id);
    read += 1;
    if (again.isDirty || JSON.stringify(again.toPlain()) === '{}') dirty.push(name);
  }
  console.log(JSON.stringify({ seen: read + refused, dirty }));
}
void main();
`;

interface Mode {
  readonly name: string;
  readonly style: 'decorators' | 'erasable';
  readonly compilerOptions: object;
}

const standard: Mode = { name: 'standard decorators', style: 'decorators', compilerOptions: {} };
const modes: readonly Mode[] = [
  standard,
  { name: 'experimental decorators', style: 'decorators', compilerOptions: { experimentalDecorators: true } },
  { name: 'types that are only stripped', style: 'erasable', compilerOptions: {} },
];

/** Runs a program beside generated classes, as a person's project would. */
async function runProgram({
  schema,
  mode,
  program,
  environment,
}: {
  schema: EndpointSchema;
  mode: Mode;
  program: string;
  environment: Record<string, string>;
}): Promise<unknown> {
  const { files } = generateModels(schema, { style: mode.style });
  const settings = { extends: join(root, 'tsconfig.base.json'), compilerOptions: mode.compilerOptions };
  const project = new Map(files).set('program.ts', program).set('tsconfig.json', JSON.stringify(settings));
  const folder = outputFolder(project);
  try {
    const args = [tsx, '--tsconfig', join(folder.path, 'tsconfig.json'), join(folder.path, 'program.ts')];
    const { stdout } = await run(process.execPath, args, { cwd: folder.path, env: { ...process.env, ...environment } });
    return JSON.parse(stdout);
  } finally {
    folder.remove();
  }
}

async function demoSchema({ url }: Simulator): Promise<EndpointSchema> {
  const credentials = { username: 'admin', password: 'admin-secret', tenant: 'Company' };
  await using client = await AcumaticaClient.connect({ baseUrl: url, ...credentials, autoLoadEnv: false });
  if (client.schema === undefined) throw new Error('the client did not look the endpoint up');
  return client.schema;
}

describe.each(modes)('with $name', (mode) => {
  it('generated classes find, change, create and query on the demo company', async () => {
    await using simulator = await startSimulator();
    const schema = await demoSchema(simulator);
    const environment = { SIMULATOR_URL: simulator.url, ENDPOINT_VERSION: schema.version };
    expect(await runProgram({ schema, mode, program: shopping, environment })).toMatchObject({
      sent: ['id', 'CustomerName'],
      name: 'Changed',
      lines: 1,
      found: 1,
      quantity: 2,
      isSame: true,
      mail: 'string',
    });
    expect(simulator.sessions()).toHaveLength(0);
  });
});

describe.each(realDocuments.length === 0 ? ['no document is here'] : realDocuments)('over %s', (name) => {
  it('a program reads a record of every entity by list and by id', async () => {
    if (!realDocuments.includes(name)) return;
    const document = readDocument(name);
    const schema = readSchema(document);
    await using simulator = await startSimulator({ schema: document, generated: 2 });
    const entities = Object.values(schema.entities).filter(({ topLevel, use }) => topLevel && use === undefined);
    const environment = {
      SIMULATOR_URL: simulator.url,
      ENDPOINT: schema.endpoint,
      ENDPOINT_VERSION: schema.version,
      ENTITIES: entities.map((entity) => entity.name).join(','),
    };
    const seen = await runProgram({ schema, mode: standard, program: reading, environment });
    expect(seen).toEqual({ seen: entities.length, dirty: [] });
  });
});
