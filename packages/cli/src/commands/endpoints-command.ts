import type { Command } from 'commander';
import { addCommonOptions, addConnectionOptions } from '../connection/connection-options.js';
import type { ConnectionOptions } from '../connection/connection-options.js';
import { openClient } from '../connection/open-client.js';
import { EXIT } from '../exit-code.js';
import { formatTable } from '../output/format-table.js';
import { put, say } from '../terminal/terminal.js';
import type { Terminal } from '../terminal/terminal.js';

/** `acurecord endpoints`: what the site offers. */
export function addEndpointsCommand(program: Command, terminal: Terminal, finish: (code: number) => void): void {
  const command = program
    .command('endpoints')
    .description('list the endpoints of a site, and the entities of one')
    .option('--entities', 'list the entities of the endpoint instead')
    .addHelpText(
      'after',
      '\nExamples:\n  acurecord endpoints\n  acurecord endpoints --entities --endpoint Manufacturing',
    );
  addCommonOptions(addConnectionOptions(command)).action(
    async (options: ConnectionOptions & { entities?: boolean }) => {
      await using client = await openClient(terminal, options);
      if (options.entities === true) {
        const rows = Object.values(client.schema?.entities ?? {})
          .filter(({ topLevel }) => topLevel)
          .map(({ name, title = '', screenId = '', use = 'record' }) => ({ name, title, screenId, use }));
        await show(terminal, options, rows);
      } else {
        const { version, endpoints } = await client.getEndpointInfo();
        if (options.json !== true) say(terminal, `Acumatica ${version.acumaticaBuildVersion}`);
        await show(terminal, options, options.json === true ? { version, endpoints } : endpoints);
      }
      finish(EXIT.ok);
    },
  );
}

async function show(terminal: Terminal, { json }: ConnectionOptions, result: object): Promise<void> {
  const text =
    json === true
      ? JSON.stringify(result, null, 2)
      : formatTable(result as Record<string, unknown>[], terminal.stdout.columns);
  await put(terminal, `${text}\n`);
}
