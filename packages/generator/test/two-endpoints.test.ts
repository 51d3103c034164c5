import { generateModels } from '@acurecord/generator';
import type { GenerateOptions } from '@acurecord/generator';
import type { EndpointSchema } from '@acurecord/metadata';
import { compile } from './compile.js';
import { readRealSchema, realDocuments } from './real-documents.js';
import { endpointSchema, entitySchema, shop } from './small-schema.js';

jest.setTimeout(240_000);

const text = { kind: 'field', type: 'String' } as const;
const factory: EndpointSchema = {
  ...endpointSchema(
    entitySchema('Customer', { members: { CustomerID: text, Plant: text } }),
    entitySchema('WorkOrder', { members: { WorkOrderID: text } }),
  ),
  endpoint: 'Manufacturing',
};

/** A program with classes of two endpoints; a line that must not compile says so. */
const program = `
import { AcumaticaClient } from 'acurecord';
import type { Models } from 'acurecord';
import * as sales from './sales/index.js';
import * as plant from './plant/index.js';

export async function use(): Promise<unknown> {
  const client = await AcumaticaClient.connect();
  const order: sales.SalesOrder = new client.models.SalesOrder({ OrderType: 'SO' });
  const limit: number | null | undefined = (await client.customers.getById('A')).CreditLimit;
  // @ts-expect-error it is of the other endpoint
  client.models.WorkOrder;
  const factory = await AcumaticaClient.connect({ endpointName: 'Manufacturing', endpointVersion: '24.200.001' });
  const work: plant.WorkOrder = new factory.models.WorkOrder({ WorkOrderID: 'W' });
  const found: plant.WorkOrder = await factory.service('WorkOrder').getById('W');
  const site: string | null = (await factory.with({ branch: 'MAIN' }).service('Customer').getById('A')).Plant;
  // @ts-expect-error it is of the other endpoint
  factory.models.SalesOrder;
  const lazy: AcumaticaClient<'Manufacturing'> = new AcumaticaClient({ endpointName: 'Manufacturing' });
  const usual: Models = client.models;
  const models = { ...sales.models, ...plant.models };
  const told = await AcumaticaClient.connect({ endpointName: process.env['ENDPOINT'] as string });
  told.models['Anything']?.find('A');
  return [order, limit, work, found, site, lazy, usual, models];
}
`;

/** Both outputs in one folder, each in its own. */
function together(options: GenerateOptions, schemas: Record<string, EndpointSchema>): Map<string, string> {
  const outputs = Object.entries(schemas).map(([folder, schema]) => {
    const { files } = generateModels(schema, options);
    return [...files].map(([path, code]) => [`${folder}/${path}`, code] as const);
  });
  return new Map(outputs.flat());
}

describe.each(['decorators', 'erasable'] as const)('classes of two endpoints in one program, %s', (style) => {
  it('compile, and each client has those of its own endpoint', () => {
    const files = together({ style }, { sales: shop, plant: factory }).set('program.ts', program);
    expect(compile(files, {})).toEqual([]);
  });

  const [sales, plant] = ['Default_24.200.001', 'Manufacturing_24.200.001'];
  if (realDocuments.includes(sales) && realDocuments.includes(plant)) {
    it('compile for the real Default and Manufacturing', () => {
      const schemas = { sales: readRealSchema(sales), plant: readRealSchema(plant) };
      const use =
        "import { AcumaticaClient } from 'acurecord';\nimport './sales/index.js';\nimport './plant/index.js';\n" +
        "export const id = async () => (await AcumaticaClient.connect({ endpointName: 'Manufacturing' })).models.ConfigurationEntry;\n" +
        'export const total = async () => (await AcumaticaClient.connect()).models.SalesOrder;\n';
      expect(compile(together({ style }, schemas).set('program.ts', use), {})).toEqual([]);
    });
  }
});
