import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

it('has the classes that the endpoint gives today', async () => {
  const project = join(__dirname, '..');
  const { stderr, stdout } = await promisify(execFile)(
    process.execPath,
    ['--import', 'tsx', 'generate.ts', '--check'],
    {
      cwd: project,
    },
  );
  expect(stdout + stderr).toMatch(/files would be \d+ unchanged\./);
});
