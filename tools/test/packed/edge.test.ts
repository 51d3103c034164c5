import { execFile } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { startSimulator } from '@acurecord/simulator';
import { VISIT } from '../../runtimes/shop.js';
import { WORKER } from '../../runtimes/trials/worker-trials.js';

/** The build of the transport for runtimes without Node, chosen by its condition; Node runs it here, workerd in a long test. */

const run = promisify(execFile);
const packed = process.env['ACURECORD_PACKED'] ?? '';
/** Cloudflare's runtime refuses these while modules are loaded. */
const program = `
const later = ['randomUUID', 'getRandomValues'];
for (const name of later) crypto[name] = () => { throw new Error(name + ' is called while modules are loaded.'); };
const { visitShop } = await import('./shop.js');
for (const name of later) delete crypto[name];
console.log(JSON.stringify(await visitShop(process.argv[2])));
`;

it('connects, reads, writes, is refused and closes, and refuses what belongs to Node', async () => {
  await using simulator = await startSimulator({ generated: 3 });
  const folder = join(packed, 'edge');
  await mkdir(folder);
  await writeFile(join(folder, 'shop.js'), WORKER);
  await writeFile(join(folder, 'program.js'), program);
  const args = ['--conditions=workerd', 'program.js', simulator.url];
  const { stdout } = await run(process.execPath, args, { cwd: folder });
  expect(JSON.parse(stdout)).toEqual(VISIT);
  expect(simulator.sessions()).toHaveLength(0);
});

it('names no module of Node', async () => {
  const text = await readFile(join(packed, 'node_modules/@acurecord/transport/dist/edge.js'), 'utf8');
  expect(text).not.toMatch(/(?:from|import|require)\s*\(?\s*["']node:/);
});
