import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { nodeFault, OLDEST_NODE } from '../src/node-fault.js';

const root = join(__dirname, '../../..');

it('names the Node that the package promises to run on', () => {
  const { engines } = JSON.parse(readFileSync(join(__dirname, '../package.json'), 'utf8')) as {
    engines: { node: string };
  };
  expect(engines.node).toBe(`>=${OLDEST_NODE}`);
});

it.each([
  ['v18.20.8', false],
  ['v20.11.1', false],
  ['v20.12.0', true],
  ['v22.0.0', true],
  ['v26.10.0', true],
])('on Node %s runs: %s', (version, runs) => {
  expect(nodeFault(version) === undefined).toBe(runs);
});

it('says which Node it needs before it loads anything that an older one has not', () => {
  const older = `data:text/javascript,Object.defineProperty(process, 'version', { value: 'v18.20.8' });`;
  const args = ['--import', 'tsx', '--import', older, join(__dirname, '../src/main.ts'), '--help'];
  const env = { ...process.env, TSX_TSCONFIG_PATH: join(root, 'tsconfig.base.json') };
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: root, env, encoding: 'utf8' });
  expect([status, stdout]).toEqual([3, '']);
  expect(stderr).toBe(
    'acurecord needs Node 20.12.0 or newer, and this is Node 18.20.8. Get a newer one from https://nodejs.org.\n',
  );
});
