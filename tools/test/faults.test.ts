import { startSimulator } from '@acurecord/simulator';
import type { Simulator } from '@acurecord/simulator';
import { FAULTS } from './faults/faults.js';
import { startFaultyFront } from './faults/faulty-front.js';
import type { FaultyFront } from './faults/faulty-front.js';
import { runCase } from './faults/run-case.js';
import type { Flaw, Site } from './faults/run-case.js';
import { WRITES } from './faults/writes.js';

/** All of them belong to `npm run test:long -- faults`; by default each fault and each write has its turn. */
const isWhole = process.env['ACURECORD_FAULTS'] === 'all';
const EVERY = 17;

let sim: Simulator;
let front: FaultyFront;
let site: Site;

beforeAll(async () => {
  sim = await startSimulator({ release: '25R1' });
  front = await startFaultyFront(sim);
  site = { sim, front, others: { SalesOrder: await otherOf('SalesOrder'), Warehouse: await otherOf('Warehouse') } };
});
afterAll(async () => {
  await front.close();
  await sim.close();
});

const TURNS = FAULTS.flatMap((fault, row) =>
  WRITES.map((write, column) => ({ fault, write, column, isOwn: (row * 4 + column) % EVERY === 0 })),
).filter(({ isOwn }) => isWhole || isOwn);
const CASES = FAULTS.map((fault) => ({
  name: fault.name,
  fault,
  turns: TURNS.filter((turn) => turn.fault === fault),
}));
const totals: Record<Flaw | 'cases' | 'done' | 'doubt' | 'failed', number> = {
  cases: 0,
  done: 0,
  doubt: 0,
  failed: 0,
  doubled: 0,
  wrong: 0,
  hang: 0,
  'failed but done': 0,
};

it('gives each write its turn', () => {
  expect(new Set(TURNS.map(({ write }) => write.name)).size).toBe(WRITES.length);
  expect([FAULTS.length, WRITES.length]).toEqual([58, 17]);
});

it.each(CASES)(
  '$name: nothing is done twice, nothing is told wrong, and everything has an end',
  async ({ fault, turns }) => {
    const flawed: string[] = [];
    for (const { write } of turns) {
      for (const times of ['once', 'at every try'] as const) {
        const { flaws, told, detail } = await runCase(site, fault, write, times);
        totals.cases += 1;
        for (const word of ['done', 'doubt', 'failed'] as const) totals[word] += told[word];
        for (const flaw of flaws) totals[flaw] += 1;
        if (flaws.length > 0) flawed.push(`${write.name}, ${times}: ${flaws.join(', ')} (${detail})`);
      }
    }
    if (isWhole)
      process.stderr.write(
        `${JSON.stringify(totals)} after ${fault.name}\n${flawed.map((line) => `  ${line}\n`).join('')}`,
      );
    expect(flawed).toEqual([]);
  },
  isWhole ? 600_000 : 120_000,
);

/** A record that no case writes, in the words of the wire. */
async function otherOf(entity: string): Promise<string> {
  const login = await fetch(`${sim.url}/entity/auth/login`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ name: 'admin', password: 'admin-secret' }),
  });
  const Cookie = login.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');
  const path = `${sim.url}/entity/Default/24.200.001/${entity}?$top=20&$expand=Details`;
  const url = entity === 'SalesOrder' ? path : path.replace('&$expand=Details', '');
  const rows = (await (await fetch(url, { headers: { Cookie } })).json()) as { CustomerID?: { value?: string } }[];
  await fetch(`${sim.url}/entity/auth/logout`, { method: 'POST', headers: { Cookie, 'Content-Length': '0' } });
  return JSON.stringify(rows.find(({ CustomerID }) => CustomerID?.value !== 'ABARTENDE') ?? rows[0]);
}
