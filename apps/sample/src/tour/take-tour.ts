import { AcumaticaClient } from 'acurecord';
import { changeCustomer } from './change-customer.js';
import { discover } from './discover.js';
import type { Target } from './target.js';
import { listOpenOrders } from './list-open-orders.js';
import { meetTrouble } from './meet-trouble.js';
import { chapter, say, wire } from './terminal.js';
import { writeOrder } from './write-order.js';

const needed = ['Customer', 'SalesOrder', 'StockItem'];

/** One client, one session, from sign-in to sign-out. */
export async function takeTour(target: Target): Promise<void> {
  chapter(`Connect to ${target.url}`);
  await visit(target);
  chapter('Sign out');
  say(`API seats taken: ${target.simulator?.sessions().length ?? 0}`);
}

async function visit(target: Target): Promise<void> {
  await using client = await connect(target);
  await discover(client);
  const missing = needed.filter((name) => !client.listModels().includes(name));
  if (missing.length > 0) {
    say(`This endpoint has no ${missing.join(', ')}; the tour through sales ends here.`);
    return;
  }
  await changeCustomer();
  await listOpenOrders();
  await writeOrder();
  await meetTrouble(target);
}

function connect({ url, endpoint }: Target): Promise<AcumaticaClient> {
  return AcumaticaClient.connect({
    baseUrl: url,
    username: 'admin',
    password: 'admin-secret',
    tenant: 'Company',
    endpointName: endpoint.name,
    ...(endpoint.version !== undefined && { endpointVersion: endpoint.version }),
    hooks: { onResponse: ({ method, path, status }) => wire(`${method} ${path} → ${status}`) },
  });
}
