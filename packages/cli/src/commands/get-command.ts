import type { Command } from 'commander';
import { addCommonOptions, addConnectionOptions } from '../connection/connection-options.js';
import type { ConnectionOptions } from '../connection/connection-options.js';
import { openClient } from '../connection/open-client.js';
import { EXIT } from '../exit-code.js';
import { splitList } from '../terminal/split-list.js';
import { put } from '../terminal/terminal.js';
import type { Terminal } from '../terminal/terminal.js';

interface Options extends ConnectionOptions {
  readonly select?: string;
  readonly expand?: string;
  readonly custom?: string;
}

/** `acurecord get`: one record as JSON. */
export function addGetCommand(program: Command, terminal: Terminal, finish: (code: number) => void): void {
  const command = program
    .command('get')
    .argument('<entity>', 'such as SalesOrder')
    .argument('<key...>', 'its keys in the order of the form, or its id')
    .description('read one record')
    .option('--select <fields>', 'fields, separated by commas')
    .option('--expand <members>', 'linked records and details to read too')
    .option('--custom <fields>', 'fields outside the contract: Document.UsrPriority')
    .addHelpText(
      'after',
      '\nExamples:\n  acurecord get SalesOrder SO 000123 --expand Details\n  acurecord get Customer ABARTENDE',
    );
  addCommonOptions(addConnectionOptions(command)).action(async (entity: string, key: string[], options: Options) => {
    await using client = await openClient(terminal, options);
    const shape = { select: list(options.select), expand: list(options.expand), custom: list(options.custom) };
    const given = Object.fromEntries(Object.entries(shape).filter(([, value]) => value !== undefined));
    const record = await client.service(entity).getById(key.length === 1 ? (key[0] ?? '') : key, given);
    await put(terminal, `${JSON.stringify(record, null, 2)}\n`);
    finish(EXIT.ok);
  });
}

function list(text: string | undefined): string[] | undefined {
  return text === undefined ? undefined : splitList(text);
}
