import { VISIT } from '../shop.js';
import type { Trial } from '../trial.js';

/** The visit of the shop over the transport alone, since there is no file system, process or thread. */
export const WORKER = `
import { AcumaticaConfigError, AcumaticaNotFoundError } from '@acurecord/errors';
import { createPkce, createTransport, fileTokenStore, passwordSignIn } from '@acurecord/transport';

function refusalOf(work) {
  try {
    work();
    return '';
  } catch (error) {
    return AcumaticaConfigError.is(error) ? error.message : String(error);
  }
}

export async function visitShop(baseUrl) {
  const auth = passwordSignIn({ username: 'admin', password: 'admin-secret', tenant: 'Company' });
  for (const option of [{ agent: {} }, { ca: 'PEM' }, { verifySsl: false }]) {
    const [name] = Object.keys(option);
    const refusal = refusalOf(() => createTransport({ baseUrl, auth, ...option }));
    if (!refusal.includes(name)) throw new Error(name + ' is not refused by name: ' + refusal);
  }
  if (!refusalOf(() => fileTokenStore('tokens')).includes('fileTokenStore()')) throw new Error('Files are not refused.');

  const { codeVerifier, codeChallenge } = createPkce();
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(codeVerifier));
  const challenge = btoa(String.fromCharCode(...new Uint8Array(digest))).replaceAll('+', '-').replaceAll('/', '_').replace('=', '');
  if (challenge !== codeChallenge) throw new Error('The challenge is ' + codeChallenge + ', not ' + challenge);

  const transport = createTransport({ baseUrl, auth });
  const entity = '/entity/Default/24.200.001';
  const read = (path, query) => transport.send({ method: 'GET', path: entity + path, query });
  try {
    const { body: customer } = await read('/Customer/ABARTENDE');
    const json = { id: customer.id, CreditLimit: { value: ${VISIT.limit} } };
    const { status } = await transport.send({ method: 'PUT', path: entity + '/Customer', json });
    const { body: again } = await read('/Customer/ABARTENDE');
    const { body: orders } = await read('/SalesOrder', { $filter: "CustomerID eq 'ABARTENDE'", $expand: 'Details', $top: '1' });
    const missing = await read('/Customer/NOPE').catch((error) => AcumaticaNotFoundError.is(error));
    return {
      id: customer.CustomerID.value, limit: again.CreditLimit.value, written: status === 200,
      same: again.id === customer.id, lines: orders[0].Details.length > 0, missing: missing === true,
    };
  } finally {
    await transport.close();
  }
}
`;

const SCRIPT = `
import { visitShop } from './shop.js';
export default {
  async fetch(request, env) {
    return new Response('VISIT ' + JSON.stringify(await visitShop(env.ERP_URL).catch((error) => String(error && error.stack))));
  },
};
`;

const MINIFLARE = `
import { Miniflare } from 'miniflare';
const worker = new Miniflare({
  modules: true, scriptPath: 'out/worker.js', compatibilityDate: '2026-01-01', bindings: { ERP_URL: process.env.ERP_URL },
});
console.log(await (await worker.dispatchFetch('http://shop.example/')).text());
await worker.dispose();
`;

/** Cloudflare's runtime, without the flag that brings parts of Node. */
export const workerTrials: readonly Trial[] = [
  {
    name: 'Cloudflare workerd (miniflare), `@acurecord/transport`',
    packages: ['workerd@1', 'miniflare@4', 'esbuild@0.28'],
    type: 'module',
    works: ['models'],
    settings: 'condition `workerd`, which wrangler sets; close the transport, since nothing tells the end of a worker',
    files: () => ({ 'shop.js': WORKER, 'worker.js': SCRIPT, 'miniflare.js': MINIFLARE }),
    run: async (project) => {
      const options = ['--bundle', '--format=esm', '--conditions=workerd,worker,browser', '--outfile=out/worker.js'];
      await project.run('npx', 'esbuild', 'worker.js', ...options);
      return project.run(project.node, 'miniflare.js');
    },
  },
];
