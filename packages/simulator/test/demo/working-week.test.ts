import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { startSimulator } from '../../src/index.js';
import type { RecordInput, SimulatorOptions } from '../../src/index.js';
import { signedIn } from '../support/signed-in.js';
import { exportOrders, importBills, importOrders } from '../support/working-week.js';
import type { WorkLog } from '../support/working-week.js';

const file = resolve(__dirname, '../../../../../shared/schemas/Default_24.200.001.json');
const kept = ['Customer', 'CustomerClass', 'ItemClass', 'StockItem', 'Vendor', 'Warehouse'] as const;
const programs = {
  'the import of orders': importOrders,
  'the export of customers': exportOrders,
  'the import of bills': importBills,
};

/** What a program is told by a simulator with these options. */
async function told(program: typeof importOrders, options: SimulatorOptions): Promise<WorkLog> {
  await using simulator = await startSimulator({ ...options, sessionMinutes: 100_000 });
  return await program(await signedIn(simulator), simulator);
}

/** The people and goods of the demo company, to be given to another. */
async function demoData(): Promise<Record<string, RecordInput[]>> {
  await using simulator = await startSimulator();
  return Object.fromEntries(kept.map((entity) => [entity, simulator.store.all(entity)]));
}

if (existsSync(file)) {
  describe('a week’s work on Default/24.200.001 with the rules of the demo company', () => {
    const schema = JSON.parse(readFileSync(file, 'utf8')) as unknown;
    test.each(Object.entries(programs))(
      'goes as on the demo company: %s',
      async (_, program) => {
        const data = await demoData();
        const expected = await told(program, {});
        expect(expected.length).toBeGreaterThan(7);
        expect(await told(program, { schema, data, generated: 0 })).toEqual(expected);
      },
      60_000,
    );
  });
} else {
  test('the real Default/24.200.001 is not here, so no week was worked on it', () => {
    expect(file).toContain('schemas');
  });
}
