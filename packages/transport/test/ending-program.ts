// A program that signs in and then ends in the way that its second argument names.
import { onExit } from 'signal-exit';
import { createTransport, passwordSignIn } from '../src/index.js';

const [baseUrl = '', ending = ''] = process.argv.slice(2);
const [, grace] = /(\d+) s of grace/.exec(ending) ?? [];
const auth = passwordSignIn({ username: 'admin', password: 'admin-secret', tenant: 'Company' });
const onProcessEnd = (budgetMs: number): unknown => {
  if (!ending.includes('caller')) return undefined;
  process.stderr.write(`stops its callers within ${budgetMs}, seats: ${first.stats().seatsHeld}\n`);
  return ending.includes('fails') ? Promise.reject(new Error('boom')) : new Promise(() => undefined);
};
const open = (): ReturnType<typeof createTransport> =>
  createTransport({
    baseUrl,
    auth,
    onProcessEnd,
    ...(grace === undefined ? {} : { exitGraceMs: Number(grace) * 1000 }),
    ...(process.env['BUILT_IN_FETCH'] ? { fetch: globalThis.fetch } : {}),
  });
const list = { method: 'GET', path: '/entity/Default/24.200.001/Customer', query: { $top: 1 } } as const;

const endings: Record<string, () => unknown> = {
  'runs out of work': () => (process.exitCode = 7),
  'calls process.exit': () => process.exit(3),
  throws: () => {
    throw new Error('boom');
  },
  rejects: () => void Promise.reject(new Error('boom')),
  'handles the signal itself': () => process.on('SIGTERM', () => process.exit(5)),
  'handles the signal itself once': () => process.once('SIGTERM', () => process.exit(6)),
  'waits for a signal': () => undefined,
  'waits for a password that never comes': () => {
    const password = (): Promise<string> => new Promise(() => undefined);
    const waiting = createTransport({
      baseUrl,
      auth: passwordSignIn({ username: 'admin', password }),
      exitGraceMs: 50,
    });
    waiting.send(list).catch(() => undefined);
  },
  'connects and closes without pause by a signal': async () => {
    for (;;) {
      const erp = open();
      await erp.send(list);
      await erp.close();
    }
  },
  'waits beside signal-exit': () => onExit(() => undefined),
  'calls without pause': async () => {
    for (;;) await Promise.all([first.send(list), second.send(list)]);
  },
};

const first = open();
const second = open();
if (ending.startsWith('handles the signal itself once')) endings[ending]?.();
if (ending.startsWith('is killed while it signs in')) void first.signIn();
else await Promise.all([first.send(list), second.send(list)]);
const waits = /signal|killed|pause|caller/.test(ending) && !ending.includes('never comes');
if (waits) setInterval(() => undefined, 1_000);
const running = endings[ending]?.();
if (waits) process.send?.('ready');
await running;
