import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { startSimulator } from '@acurecord/simulator';

/**
 * Writes `src/generated` from the demo company's endpoint, as `acurecord generate` does from a tenant of yours; what is
 * generated stands in `acurecord.json`. `--check` writes nothing and fails where something would change.
 */
await using simulator = await startSimulator();
const cli = fileURLToPath(new URL('../../packages/cli/src/main.ts', import.meta.url));
const child = spawn(process.execPath, ['--import', 'tsx', cli, 'generate', ...process.argv.slice(2)], {
  cwd: fileURLToPath(new URL('.', import.meta.url)),
  stdio: 'inherit',
  env: {
    ...process.env,
    ACUMATICA_URL: simulator.url,
    ACUMATICA_USERNAME: 'admin',
    ACUMATICA_PASSWORD: 'admin-secret',
    ACUMATICA_TENANT: 'Company',
  },
});
[process.exitCode] = (await once(child, 'close')) as [number];
