import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { median, pairedMs, report } from './report.js';

/** What `import 'acurecord'` costs a new process, over one that imports nothing. Needs the built packages. */
const built = fileURLToPath(new URL('../../packages/client/dist/index.js', import.meta.url));

function start(code: string): void {
  const { status, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', code], { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
}

if (!existsSync(built)) throw new Error('Build first: npm run build');

const rounds: number[] = [];
for (let round = 0; round < 3; round += 1) {
  const [empty, importing] = await pairedMs(
    () => start(''),
    () => start(`import ${JSON.stringify(built)}`),
    7,
  );
  rounds.push(importing - empty);
}

report({
  label: 'import acurecord in a new process, over an empty process',
  value: median(rounds),
  unit: 'ms',
  atMost: 60,
});
