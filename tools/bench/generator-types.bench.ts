import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { generateModels } from '@acurecord/generator';
import { readSchema } from '@acurecord/metadata';
import type { EndpointSchema } from '@acurecord/metadata';
import { report, timeMs } from './report.js';

/** What generating the largest known endpoint costs, and what TypeScript makes of a program with 20 queries over it. */
const root = fileURLToPath(new URL('../..', import.meta.url));
const file = join(root, '../shared/schemas/Default_24.200.001.json');

/** Entities with a field each that a query compares. */
const queried = [
  ...[
    'Account.AccountCD',
    'Appointment.AppointmentNbr',
    'Bill.ReferenceNbr',
    'ItemWarehouse.InventoryID',
    'Case.CaseID',
  ],
  ...['Contact.LastName', 'Customer.CustomerID', 'Employee.EmployeeID', 'Invoice.ReferenceNbr', 'Lead.LastName'],
  ...['Opportunity.OpportunityID', 'Payment.ReferenceNbr', 'Project.ProjectID', 'PurchaseOrder.OrderNbr'],
  ...['SalesInvoice.ReferenceNbr', 'SalesOrder.OrderNbr', 'ServiceOrder.ServiceOrderNbr', 'Shipment.ShipmentNbr'],
  ...['StockItem.InventoryID', 'Vendor.VendorID'],
].map((path) => path.split('.') as [string, string]);
const few = ['Customer', 'SalesOrder', 'Shipment', 'SalesInvoice', 'StockItem'];

const compilerOptions = {
  target: 'ES2022',
  lib: ['ES2023', 'ESNext.Disposable', 'DOM'],
  module: 'NodeNext',
  types: ['node'],
  strict: true,
  skipLibCheck: true,
  noEmit: true,
};

if (existsSync(file)) await measure(JSON.parse(readFileSync(file, 'utf8')));
else console.log('The document of Default/24.200.001 is not here.');

async function measure(document: unknown): Promise<void> {
  let schema: EndpointSchema | undefined;
  const generation = await timeMs(() => generateModels((schema = readSchema(document))));
  report({ label: 'reading and generating Default/24.200.001', value: generation / 1000, unit: 's', atMost: 3 });
  if (schema === undefined) return;
  const full = check(schema, queried);
  report({ label: 'tsc: 20 queries over all its entities', value: full.seconds, unit: 's', atMost: 12 });
  report({ label: 'tsc: instantiations for that', value: full.instantiations, unit: '', atMost: 600_000 });
  const part = check(
    schema,
    queried.filter(([entity]) => few.includes(entity)),
    few,
  );
  report({ label: 'tsc: queries over five of its entities', value: part.seconds, unit: 's', atMost: 3 });
}

function check(
  schema: EndpointSchema,
  queries: readonly [entity: string, field: string][],
  entities?: readonly string[],
): { seconds: number; instantiations: number } {
  const folder = mkdtempSync(join(tmpdir(), 'acurecord-types-'));
  try {
    for (const [path, text] of generateModels(schema, entities && { entities }).files) write(folder, path, text);
    write(folder, 'program.ts', program(queries));
    write(folder, 'tsconfig.json', JSON.stringify({ compilerOptions, include: ['**/*.ts'] }));
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
    const tsc = join(root, 'node_modules/typescript/bin/tsc');
    const told = execFileSync(process.execPath, [tsc, '-p', folder, '--extendedDiagnostics'], { encoding: 'utf8' });
    const number = (name: string): number => Number(new RegExp(`^${name}:\\s+([\\d.]+)`, 'm').exec(told)?.[1]);
    return { seconds: number('Total time'), instantiations: number('Instantiations') };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function program(queries: readonly [entity: string, field: string][]): string {
  const names = queries.map(([entity]) => entity);
  const lines = queries.map(
    ([entity, field]) =>
      `  ${entity}.where((x) => x.${field}.startsWith('A').or(x.${field}.eq('B'))).select('${field}').take(9).toArray(),\n`,
  );
  return `import { ${names.join(', ')} } from './index.js';\nexport const results = [\n${lines.join('')}];\n`;
}

function write(folder: string, path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}
