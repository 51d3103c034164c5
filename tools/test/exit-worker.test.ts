import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

it('the text of the thread that signs out is what its source makes', () => {
  const { status, stderr } = spawnSync(process.execPath, [join(__dirname, '../build/exit-worker.mjs'), '--check']);
  expect([status, stderr.toString()]).toEqual([0, '']);
});
