// A program that works in one of three styles and ends at a random moment in the way that its second argument names. On its last step it says
// how many sign-ins are under way.
import { writeSync } from 'node:fs';
import { createTransport, passwordSignIn } from '../src/index.js';
import type { Transport } from '../src/index.js';

const [baseUrl = '', ending = '', style = '', afterMs = '0'] = process.argv.slice(2);
const list = { method: 'GET', path: '/entity/Default/24.200.001/Customer', query: { $top: 1 } } as const;
let underWay = 0;
let ends = false;

function open(persistentLogin: boolean): Transport {
  return createTransport({
    baseUrl,
    persistentLogin,
    auth: passwordSignIn({ username: 'admin', password: 'admin-secret', tenant: 'Company' }),
    rateLimit: { callsPerSecond: Infinity },
    exitGraceMs: 20_000, // the machine may be busy
    hooks: {
      onRequest: ({ operation }) => void (operation === 'Sign-in' && (underWay += 1)),
      onResponse: ({ operation }) => void (operation === 'Sign-in' && (underWay -= 1)),
    },
    ...(process.env['BUILT_IN_FETCH'] ? { fetch: globalThis.fetch } : {}),
  });
}

const styles: Record<string, () => Promise<void>> = {
  'one client': async () => {
    const erp = open(true);
    while (!ends) await Promise.all([erp.send(list), erp.send(list)]);
  },
  'a client for each job': async () => {
    while (!ends) {
      const erp = open(true);
      await erp.send(list);
      if (!ends) await erp.close();
    }
  },
  'a session for each call': async () => {
    const erp = open(false);
    while (!ends) await erp.send(list);
  },
};

const endings: Record<string, () => unknown> = {
  'calls process.exit': () => process.exit(3),
  throws: () => {
    throw new Error('boom');
  },
  rejects: () => void Promise.reject(new Error('boom')),
  'runs out of work': () => (ends = true),
};

process.on('exit', () => writeSync(2, `sign-ins under way: ${underWay}\n`));
const work = styles[style]?.();
process.send?.('ready');
process.channel?.unref();
const end = endings[ending];
if (end) setTimeout(end, Number(afterMs));
else setInterval(() => undefined, 1_000); // waits for a signal
await work;
