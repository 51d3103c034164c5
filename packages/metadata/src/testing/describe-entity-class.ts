import type { WireRow } from '../wire/wire-row.js';
import { changingCases } from './changing-cases.js';
import type { Bench } from './entity-case.js';
import { orderRow } from './order-under-test.js';
import type { OrderClass } from './order-under-test.js';
import { partCases } from './part-cases.js';
import { readingCases } from './reading-cases.js';
import { savingCases } from './saving-cases.js';
import { scriptedClient } from './scripted-client.js';

/** What every kind of entity class must do: written ones in both modes of decorators, and ones made at run time. */
export function describeEntityClass(name: string, open: () => OrderClass): void {
  const load: Bench['load'] = async (change = () => undefined) => {
    const row = { ...orderRow() };
    change(row);
    const client = scriptedClient(({ verb, request }) =>
      verb === 'put' ? { ...row, ...(request.row as WireRow) } : row,
    );
    return { order: await open().using(client).find('SO', '000123'), client };
  };
  describe(`${name}: an entity class`, () => {
    it.each([...readingCases, ...changingCases, ...partCases, ...savingCases])('%s', async (_sentence, run) => {
      await run({ load, open });
    });
  });
}
