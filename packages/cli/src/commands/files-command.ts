import { createReadStream, createWriteStream } from 'node:fs';
import { rename, rm, stat } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Command } from 'commander';
import { addCommonOptions, addConnectionOptions } from '../connection/connection-options.js';
import type { ConnectionOptions } from '../connection/connection-options.js';
import { openClient } from '../connection/open-client.js';
import { EXIT, UsageError } from '../exit-code.js';
import { formatTable } from '../output/format-table.js';
import { finishStep } from '../terminal/interruption.js';
import { put, say } from '../terminal/terminal.js';
import type { Terminal } from '../terminal/terminal.js';

interface Options extends ConnectionOptions {
  readonly attach?: string;
  readonly download?: string;
  readonly comment?: string;
  readonly to?: string;
  readonly force?: boolean;
}

/** `acurecord files`: lists, attaches and downloads the files of a record. */
export function addFilesCommand(program: Command, terminal: Terminal, finish: (code: number) => void): void {
  const command = program
    .command('files')
    .argument('<entity>', 'such as StockItem')
    .argument('<key...>', 'keys of the record in the order of the form, or its id')
    .description('list, attach or download files of a record')
    .option('--attach <file>', 'attach a file; one of the same name becomes its next version')
    .option('--comment <text>', 'what is said about an attached file')
    .option('--download <name>', 'download a file by its name or id')
    .option('--to <file>', 'where to, the file name in this folder unless told otherwise; - is stdout')
    .option('--force', 'overwrite a file that is there')
    .addHelpText(
      'after',
      `
Examples:
  acurecord files StockItem AALEGO500
  acurecord files StockItem AALEGO500 --attach photo.jpg --comment "front"
  acurecord files StockItem AALEGO500 --download photo.jpg --to front.jpg`,
    );
  addCommonOptions(addConnectionOptions(command)).action(async (entity: string, key: string[], options: Options) => {
    if (options.attach !== undefined && options.download !== undefined) {
      throw new UsageError('Choose one of --attach and --download.');
    }
    if (options.attach !== undefined) await attach(terminal, { entity, key, options }, options.attach);
    else if (options.download !== undefined) await download(terminal, { entity, key, options }, options.download);
    else await list(terminal, { entity, key, options });
    finish(EXIT.ok);
  });
}

interface Place {
  readonly entity: string;
  readonly key: readonly string[];
  readonly options: Options;
}

async function list(terminal: Terminal, { entity, key, options }: Place): Promise<void> {
  await using client = await openClient(terminal, options);
  const files = await client.service(entity).getFiles(referenceOf(key));
  const rows = files.map(({ id, name, comment = '' }) => ({ name, comment, id }));
  const text = options.json === true ? JSON.stringify(files, null, 2) : formatTable(rows, terminal.stdout.columns);
  if (files.length === 0 && options.json !== true) say(terminal, 'There are no files.');
  else await put(terminal, `${text}\n`);
}

async function attach(terminal: Terminal, { entity, key, options }: Place, file: string): Promise<void> {
  const path = resolve(terminal.cwd, file);
  await stat(path);
  await using client = await openClient(terminal, options);
  const upload = options.comment === undefined ? {} : { comment: options.comment };
  finishStep(terminal, 'the file');
  await client.service(entity).putFile(referenceOf(key), basename(path), () => createReadStream(path), upload);
  say(terminal, `Attached ${basename(path)} to ${entity} ${key.join(' ')}.`);
}

async function download(terminal: Terminal, { entity, key, options }: Place, name: string): Promise<void> {
  const target = options.to === '-' ? undefined : resolve(terminal.cwd, options.to ?? basename(name));
  if (target !== undefined && options.force !== true && (await exists(target))) {
    throw new UsageError(`${target} is there already: choose another name with --to, or use --force.`);
  }
  await using client = await openClient(terminal, options);
  const content = await client.service(entity).getFile(referenceOf(key), name);
  const stream = Readable.from(content);
  if (target === undefined) {
    for await (const chunk of stream) await put(terminal, chunk as Uint8Array);
    return;
  }
  const part = `${target}.part`;
  finishStep(terminal);
  try {
    await pipeline(stream, createWriteStream(part), { signal: terminal.signal });
    await rename(part, target);
  } finally {
    await rm(part, { force: true });
  }
  say(terminal, `Downloaded ${name} to ${target}.`);
}

/** One key as it is, several in order. */
function referenceOf(key: readonly string[]): string | readonly string[] {
  return key.length === 1 ? (key[0] ?? '') : key;
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
