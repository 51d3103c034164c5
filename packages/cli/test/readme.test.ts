import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { startSimulator } from '@acurecord/simulator';
import { projectFolder } from './project-folder.js';
import { runInTest } from './run-in-test.js';

it('every line of the README’s example works', async () => {
  const [, example = ''] = /```sh\n([^]*?)```/.exec(readFileSync(join(__dirname, '../README.md'), 'utf8')) ?? [];
  const lines = example.trim().split('\n');
  await using simulator = await startSimulator();
  const project = projectFolder(simulator.url);
  try {
    for (const line of lines) {
      const words = [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '');
      const [, ...args] = [...words, '--env-file', project.envFile];
      expect({ line, ...(await runInTest(args, { cwd: project.path })) }).toMatchObject({ line, code: 0 });
    }
  } finally {
    project.remove();
  }
  expect(lines).toHaveLength(3);
});
