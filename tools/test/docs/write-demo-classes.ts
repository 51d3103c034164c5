import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { AcumaticaClient } from 'acurecord';
import { generateModels } from '@acurecord/generator';
import { startSimulator } from '@acurecord/simulator';

/** Writes the classes of the simulator's demo company, which most guides import as `./acumatica/index.js`. */
export async function writeDemoClasses(folder: string): Promise<void> {
  await using simulator = await startSimulator();
  await using client = await AcumaticaClient.connect({
    baseUrl: simulator.url,
    username: 'admin',
    password: 'admin-secret',
    tenant: 'Company',
    autoLoadEnv: false,
  });
  if (client.schema === undefined) throw new Error('The demo company has no description.');
  for (const [path, text] of generateModels(client.schema).files) {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
}
