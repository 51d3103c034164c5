import { generateModels } from '@acurecord/generator';
import type { GenerateOptions } from '@acurecord/generator';
import { compile } from './compile.js';
import { readRealSchema, realDocuments } from './real-documents.js';
import { endpointSchema, entitySchema, shop } from './small-schema.js';

jest.setTimeout(240_000);

const loose = { strict: false, exactOptionalPropertyTypes: false, noUncheckedIndexedAccess: false };
const common = { module: 'NodeNext', moduleResolution: 'NodeNext', verbatimModuleSyntax: false };

/**
 * Everything with everything takes minutes; without it each document meets a toolchain, and each toolchain a document.
 * The tests of the packed packages compile all documents with compilers of several versions.
 */
const isWide = process.env.ACURECORD_ALL_TOOLCHAINS === '1';

/** The toolchains that people have, as far as generated code can tell them apart. */
const toolchains: readonly [string, GenerateOptions, Record<string, unknown>][] = [
  ['standard decorators, strict', {}, {}],
  ['standard decorators, not strict', {}, loose],
  [
    'experimental decorators with their metadata, strict',
    {},
    { experimentalDecorators: true, emitDecoratorMetadata: true },
  ],
  ['experimental decorators, not strict, for Node', {}, { ...loose, ...common, experimentalDecorators: true }],
  ['types that are only stripped', { style: 'erasable' }, { erasableSyntaxOnly: true }],
];

/** Uses what generated classes promise; a line that must not compile says so. */
const program = `
import { Customer, SalesOrder, models } from './index.js';
import { AcumaticaClient } from 'acurecord';
export async function use(client: AcumaticaClient): Promise<unknown> {
  const order = await SalesOrder.find('SO', '000123', { expand: ['Details', 'Details/Allocations'] });
  order.Details.add({ OrderQty: 3, Allocations: [{ Qty: 3 }] });
  await order.salesOrderCreateShipment({ WarehouseID: 'MAIN' });
  await order.invoke('SalesOrderCreateShipment', { ShipmentDate: new Date() });
  const rich = await Customer.where((c) => c.CreditLimit.gt(5).and(c.MainAddress.City.eq('NY'))).first();
  const limit: number | null | undefined = rich?.CreditLimit;
  const registered: SalesOrder = new client.models.SalesOrder({ OrderType: 'SO', Details: [{ OrderQty: 1 }] });
  // @ts-expect-error it has two keys
  await SalesOrder.find('SO', '000123', 'more');
  // @ts-expect-error it has no such parameter
  await order.salesOrderCreateShipment({ Warehouse: 'MAIN' });
  await order.cancelSalesOrder({ custom: { ReasonFilter: { Reason: 'Late' } } });
  // @ts-expect-error it has no parameters
  await order.cancelSalesOrder({ Reason: 'Late' });
  // @ts-expect-error it has no such member
  new Customer({ CustomerNmae: 'X' });
  // @ts-expect-error it has no such entity
  client.models.Nope;
  return [limit, registered, Object.keys(models)];
}
`;

describe.each(toolchains)('with %s', (name, options, settings) => {
  const turn = toolchains.findIndex(([other]) => other === name);

  it('a program over generated classes compiles, and its mistakes do not', () => {
    const { files } = generateModels(shop, options);
    expect(compile(new Map(files).set('program.ts', program), settings)).toEqual([]);
  });

  it('odd names compile', () => {
    const odd = [
      'Date',
      'Entity',
      'Promise',
      'My Form',
      '1099',
      'class',
      "it's",
      '*/',
      'A/B',
      'models',
      'CustomerActions',
    ];
    const string = { kind: 'field', type: 'String' } as const;
    const others = {
      of: { kind: 'field', type: 'NewType' },
      custom: { ...string, custom: { view: "V'", field: 'F-1' } },
    } as const;
    const rows = Object.fromEntries(odd.map((name) => [`to ${name}`, { kind: 'link', entity: name } as const]));
    const members = { ...rows, ...Object.fromEntries(odd.map((name) => [name, string])), ...others };
    const actions = Object.fromEntries(odd.map((name) => [name, { parameters: { [name]: 'Date' } }]));
    const entities = ['Customer', ...odd].map((name) => entitySchema(name, { title: name, members, actions }));
    expect(compile(generateModels(endpointSchema(...entities), options).files, settings)).toEqual([]);
  });

  const some = realDocuments.filter((_, index) => isWide || (index + turn) % toolchains.length === 0);
  if (some.length > 0) {
    it.each(some)('all entities of %s compile', (document) => {
      expect(compile(generateModels(readRealSchema(document), options).files, settings)).toEqual([]);
    });
  }
});

if (realDocuments.length === 0) {
  it('notes that no real documents are here to compile', () => {
    expect(realDocuments).toEqual([]);
  });
}
