import { resolve } from 'node:path';
import { diffSchemas } from 'acurecord';
import type { EndpointSchema, SchemaChange, SchemaDiff } from 'acurecord';
import type { Command } from 'commander';
import { addCommonOptions, addConnectionOptions } from '../connection/connection-options.js';
import type { ConnectionOptions } from '../connection/connection-options.js';
import { openClient } from '../connection/open-client.js';
import { EXIT } from '../exit-code.js';
import { schemaFromFile, schemaWithCustomFields } from '../generate/load-schema.js';
import type { SavedModel } from '../generate/load-schema.js';
import { usedPaths, wordsOfFolder } from '../project/used-paths.js';
import { paint } from '../terminal/colors.js';
import { put, say } from '../terminal/terminal.js';
import type { Terminal } from '../terminal/terminal.js';

interface Options extends ConnectionOptions {
  readonly usedOnly?: string;
}

/** `acurecord diff`: what changed between two models of an endpoint. */
export function addDiffCommand(program: Command, terminal: Terminal, finish: (code: number) => void): void {
  const command = program
    .command('diff')
    .argument('<before>', 'a file (swagger.json or a saved model), a version such as 22.200.001, or "live"')
    .argument('[after]', 'the same', 'live')
    .description('tell what changed between two versions of an endpoint; exits with 1 for breaking changes')
    .option('--used-only <folder>', 'only what the TypeScript code in this folder names')
    .addHelpText(
      'after',
      `
Examples:
  acurecord diff model.json                   (what generate --save-model wrote, against the live tenant)
  acurecord diff 22.200.001 24.200.001 --used-only src
  acurecord diff old-swagger.json new-swagger.json --json`,
    );
  addCommonOptions(addConnectionOptions(command)).action(async (before: string, after: string, options: Options) => {
    const from = await modelOf(terminal, before, options);
    const to = await modelOf(terminal, after, options, from.customFieldsOf);
    const { usedOnly } = options;
    const words = usedOnly === undefined ? undefined : await wordsOfFolder(resolve(terminal.cwd, usedOnly));
    const uses = words === undefined ? undefined : usedPaths(words, from);
    const diff = diffSchemas(from, to, uses);
    await print(terminal, options, diff, from, to);
    finish(diff.breaking.length > 0 ? EXIT.failed : EXIT.ok);
  });
}

/** A live model gets the custom fields of the entities that the other one has them of. */
async function modelOf(
  terminal: Terminal,
  place: string,
  options: Options,
  customFieldsOf: readonly string[] = [],
): Promise<SavedModel> {
  const isVersion = /^\d+(\.\d+)+$/.test(place);
  if (place !== 'live' && !isVersion) return schemaFromFile(terminal.cwd, place);
  await using client = await openClient(terminal, isVersion ? { ...options, endpointVersion: place } : options);
  return await schemaWithCustomFields(client, customFieldsOf, () => undefined);
}

async function print(
  terminal: Terminal,
  { json, usedOnly }: Options,
  diff: SchemaDiff,
  from: EndpointSchema,
  to: EndpointSchema,
): Promise<void> {
  const result = usedOnly === undefined ? diff : { breaking: diff.breaking };
  if (json === true) {
    await put(terminal, `${JSON.stringify(result, null, 2)}\n`);
    return;
  }
  const changes = usedOnly === undefined ? [...diff.removed, ...diff.changed, ...diff.added] : diff.breaking;
  await put(terminal, changes.map((change) => `${lineOf(terminal, change)}\n`).join(''));
  const counts = `${diff.added.length} added, ${diff.removed.length} removed, ${diff.changed.length} changed`;
  const used = usedOnly === undefined ? '' : `; ${diff.breaking.length} of it named in ${usedOnly}`;
  say(terminal, `${from.endpoint}/${from.version} → ${to.endpoint}/${to.version}: ${counts}${used}.`);
}

function lineOf(terminal: Terminal, { kind, path, of, before, after }: SchemaChange): string {
  if (kind === 'added') return paint(terminal, 'stdout', 'green', `+ ${of} ${path}${after ? ` (${after})` : ''}`);
  if (kind === 'removed') return paint(terminal, 'stdout', 'red', `- ${of} ${path}${before ? ` (${before})` : ''}`);
  return paint(terminal, 'stdout', 'yellow', `~ ${of} ${path}: ${before ?? ''} → ${after ?? ''}`);
}
