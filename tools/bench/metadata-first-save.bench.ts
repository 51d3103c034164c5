import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { median, pairedMs, report } from './report.js';

/**
 * The first `save()` of a new process, with the rules of fields judged and with `validate: false`. A class without rules
 * of class-validator must not pay for loading it. Needs the built packages.
 */
const built = fileURLToPath(new URL('../../packages/metadata/dist/index.js', import.meta.url));
if (!existsSync(built)) throw new Error('Build first: npm run build');

const program = (options: string): string => `
  import { defineEntity } from ${JSON.stringify(built)};
  const members = { CustomerID: { kind: 'field', type: 'String' }, CreditLimit: { kind: 'field', type: 'Decimal' } };
  const Customer = { name: 'Customer', topLevel: true, keys: ['CustomerID'], members, actions: {} };
  const schema = { endpoint: 'Default', version: '24.200.001', contract: 4, entities: { Customer } };
  const gateway = { put: async ({ row }) => ({ id: '1', ...row }) };
  const customers = defineEntity(schema, 'Customer').using({ gateway, closed: false, schema });
  const customer = customers.build({ CustomerID: 'ABARTENDE', CreditLimit: 5 });
  await customer.save(${options});
`;

function run(options: string): void {
  const args = ['--input-type=module', '-e', program(options)];
  const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
}

const rounds: (readonly [judged: number, unjudged: number])[] = [];
for (let round = 0; round < 3; round += 1) {
  rounds.push(
    await pairedMs(
      () => run(''),
      () => run('{ validate: false }'),
      5,
    ),
  );
}

report({ label: 'a process with one save()', value: median(rounds.map(([judged]) => judged)), unit: 'ms' });
report({
  label: 'a process with one save({ validate: false })',
  value: median(rounds.map(([, unjudged]) => unjudged)),
  unit: 'ms',
});
report({
  label: 'first save() of a process, over one without validation',
  value: median(rounds.map(([judged, unjudged]) => judged / unjudged)),
  unit: '×',
  atMost: 1.3,
});
