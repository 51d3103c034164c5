import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { startSimulator } from '@acurecord/simulator';
import { bundledProgram } from './bundled-program.js';
import { overBuiltInFetch } from './open-transport.js';

/** Processes that end in each way; sixty with `ACURECORD_KILLS=60`. */
const KILLS = Number(process.env['ACURECORD_KILLS'] ?? 6);
const AT_ONCE = 6;
jest.setTimeout(60_000 + 10_000 * KILLS);

const STYLES = ['one client', 'a client for each job', 'a session for each call'];
const program = bundledProgram('random-ending-program.ts');
afterAll(program.remove);

interface End {
  readonly code: number | null;
  readonly signal: string | null;
  readonly signInsUnderWay: number;
}

/** Lets a program run for a moment and end. */
async function endOf(url: string, ending: string, style: string): Promise<End> {
  // From before the first request to the third round or so.
  const afterMs = Math.random() * 250;
  const signal = ending.startsWith('SIG') ? (ending as NodeJS.Signals) : undefined;
  const child = spawn(process.execPath, [program.file, url, ending, style, String(afterMs)], {
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    env: { PATH: process.env['PATH'], ...(overBuiltInFetch ? { BUILT_IN_FETCH: '1' } : {}) },
  });
  let told = '';
  child.stderr?.on('data', (chunk: Buffer) => (told += chunk.toString()));
  const closed = once(child, 'close') as Promise<[number | null, string | null]>;
  await Promise.race([once(child, 'message'), closed]);
  if (signal) setTimeout(() => child.kill(signal), afterMs);
  const [code, by] = await closed;
  return { code, signal: by, signInsUnderWay: Number(/under way: (\d+)/.exec(told)?.[1] ?? 0) };
}

/** Ends so many processes, a few at a time, each few at a site of their own; gives how they ended, and the seats that are left. */
async function endAll(
  ending: string,
): Promise<{ readonly ends: End[]; readonly left: number; readonly excused: number }> {
  const ends: End[] = [];
  let left = 0;
  let excused = 0;
  for (let begun = 0; begun < KILLS; begun += AT_ONCE) {
    const sim = await startSimulator();
    sim.behave([
      { path: '/login', delayMs: 30 },
      { path: '/logout', delayMs: 30 },
      { path: '/Customer', delayMs: 15 },
    ]);
    const some = await Promise.all(
      Array.from({ length: Math.min(AT_ONCE, KILLS - begun) }, (_, index) =>
        endOf(sim.url, ending, STYLES[index % STYLES.length] ?? ''),
      ),
    );
    ends.push(...some);
    left += sim.sessions().length;
    excused += some.reduce((sum, { signInsUnderWay }) => sum + signInsUnderWay, 0);
    await sim.close();
  }
  return { ends, left, excused };
}

/** Over Node's own fetch the other ways are for the long run. */
const EVERY_WAY = !overBuiltInFetch || KILLS > 6;

it.each(EVERY_WAY ? ['SIGTERM', 'SIGINT', 'SIGHUP'] : ['SIGTERM'])(
  `${KILLS} processes that are told to end by %s at random moments end by it and leave no seat`,
  async (name) => {
    const { ends, left } = await endAll(name);
    expect(ends.map(({ signal }) => signal)).toEqual(Array(KILLS).fill(name));
    expect(left).toBe(0);
  },
);

if (EVERY_WAY) {
  it(`${KILLS} processes that run out of work at random moments leave no seat`, async () => {
    const { ends, left } = await endAll('runs out of work');
    expect(ends.map(({ code }) => code)).toEqual(Array(KILLS).fill(0));
    expect(left).toBe(0);
  });

  it.each([
    ['calls process.exit', 3],
    ['throws', 1],
    ['rejects', 1],
  ])(
    `of ${KILLS} processes, each of which %s at a random moment, none leaves a seat but in the middle of a sign-in`,
    async (ending, expected) => {
      const { ends, left, excused } = await endAll(ending);
      expect(ends.map(({ code }) => code)).toEqual(Array(KILLS).fill(expected));
      expect(left).toBeLessThanOrEqual(excused);
    },
  );
}
