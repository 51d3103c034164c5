import { createReadStream } from 'node:fs';
import { resolve } from 'node:path';
import { didYouMean, nearestNames } from 'acurecord';
import type { AcumaticaClient } from 'acurecord';
import type { Command } from 'commander';
import { addCommonOptions, addConnectionOptions } from '../connection/connection-options.js';
import type { ConnectionOptions } from '../connection/connection-options.js';
import { openClient } from '../connection/open-client.js';
import { EXIT, exitCodeOf, UsageError } from '../exit-code.js';
import { readRecords } from '../output/read-records.js';
import type { RecordModel, RecordOptions, RecordSource } from '../output/read-records.js';
import { finishStep } from '../terminal/interruption.js';
import { Progress } from '../terminal/progress.js';
import { readText } from '../terminal/read-text.js';
import { reportError } from '../terminal/report-error.js';
import { put, say } from '../terminal/terminal.js';
import type { Terminal } from '../terminal/terminal.js';

interface Options extends ConnectionOptions, RecordOptions {
  readonly file?: string;
  readonly insertOnly?: boolean;
  readonly updateOnly?: boolean;
  readonly dryRun?: boolean;
  readonly keepGoing?: boolean;
  readonly anchor?: string;
}

type Mode = 'upsert' | 'insertOnly' | 'updateOnly';

/** `acurecord put`: creates or updates records from JSON. */
export function addPutCommand(program: Command, terminal: Terminal, finish: (code: number) => void): void {
  const command = program
    .command('put')
    .argument('<entity>', 'such as Customer')
    .description('create or update records from JSON (an object, a list, or one object a line; plain values) or CSV')
    .option('--file <file>', 'where the records are, stdin unless told otherwise')
    .option('--insert-only', 'refuse records that are there already')
    .option('--update-only', 'refuse records that are not there')
    .option('--anchor <field>', 'a field that only this document has: a record that has it already is not made again')
    .option('--keep-going', 'go on after a record that the ERP refused')
    .option('--csv', 'the records are CSV whose first line names the columns, such as CustomerID,MainContact.Email')
    .option('--delimiter <sign>', 'between the columns of CSV (default: ,)')
    .option('--blank <meaning>', 'skip leaves a blank field as it is, clear empties it (default: skip)')
    .option('--decimal <sign>', 'the decimal separator of CSV, . or , (default: .)')
    .option('--grouping <sign>', 'the sign between thousands in CSV (default: none is taken)')
    .option('--dates <pattern>', 'how CSV writes dates: iso, serial, or such as dd.MM.yyyy (default: iso)')
    .option('--booleans <words>', 'the words for true and false in CSV, such as yes/no (default: true/false)')
    .option('--dry-run', 'print the requests instead of sending them')
    .addHelpText(
      'after',
      `
Examples:
  echo '{"CustomerID":"ABARTENDE","CreditLimit":10000}' | acurecord put Customer --dry-run
  acurecord put SalesOrder --file orders.ndjson --insert-only --keep-going
  acurecord put Customer --file customers.csv --csv --decimal , --dates dd.MM.yyyy

Each record that was written is printed as one JSON line.`,
    );
  addCommonOptions(addConnectionOptions(command)).action(async (entity: string, options: Options) => {
    finish(await putRecords(terminal, entity, options));
  });
}

async function putRecords(terminal: Terminal, entity: string, options: Options): Promise<number> {
  const mode = modeOf(options);
  if (options.file === undefined && options.passwordStdin === true) {
    throw new UsageError('--password-stdin and records from stdin exclude each other: use --file.');
  }
  const source = options.file === undefined ? terminal.stdin : createReadStream(resolve(terminal.cwd, options.file));
  const records = readRecords(await readText(source), options);
  await using client = await openClient(terminal, options);
  if (options.dryRun !== true) return await writeAll(terminal, client, { entity, records, mode, options });
  for (const record of records) {
    const { endpoint = '', version = '' } = client.schema ?? {};
    const body = record(modelOf(client, entity)).toWire();
    const headers = HEADERS[mode];
    const request = {
      method: 'PUT',
      path: `/entity/${endpoint}/${version}/${entity}`,
      ...(headers && { headers }),
      body,
    };
    await put(terminal, `${JSON.stringify(request, null, 2)}\n`);
  }
  return EXIT.ok;
}

const HEADERS: Readonly<Record<Mode, object | undefined>> = {
  upsert: undefined,
  insertOnly: { 'If-None-Match': '*' },
  updateOnly: { 'If-Match': '*' },
};

interface Work {
  readonly entity: string;
  readonly records: readonly RecordSource[];
  readonly mode: Mode;
  readonly options: Options;
}

/** One after the other: the first refusal ends it, unless told otherwise; so does an ERP that nobody can speak to. */
async function writeAll(terminal: Terminal, client: AcumaticaClient, work: Work): Promise<number> {
  const { entity, records, mode, options } = work;
  const model = modelOf(client, entity);
  if (options.keepGoing !== true) for (const record of records) record(model); // a wrong one is refused before any is written
  const progress = new Progress(terminal, 'records', records.length);
  finishStep(terminal, 'the record');
  let code: number = EXIT.ok;
  for (const [index, record] of records.entries()) {
    if (terminal.signal.aborted) {
      progress.close();
      say(terminal, `Stopped after ${index} of ${records.length} records, which are written.`);
      return EXIT.interrupted;
    }
    try {
      const saved = await record(model).save(
        options.anchor === undefined ? { mode } : { mode: 'insertOnly', anchor: options.anchor },
      );
      await put(terminal, `${JSON.stringify(saved)}\n`);
      progress.add(1);
    } catch (error) {
      progress.close();
      const failed = exitCodeOf(error);
      // That a record may be written twice must not be forgotten over what comes after it.
      if (code !== EXIT.inDoubt) code = failed;
      reportError(terminal, error, options);
      if (records.length > 1) say(terminal, `This was record ${index + 1} of ${records.length}.`);
      if (options.keepGoing !== true || failed === EXIT.signIn || failed === EXIT.unreachable) return code;
    }
  }
  progress.close();
  return code;
}

function modelOf(client: AcumaticaClient, entity: string): RecordModel {
  const models = client.models as unknown as Readonly<Record<string, RecordModel>>;
  const known = client.listModels();
  const Model = known.includes(entity) ? models[entity] : undefined;
  if (Model !== undefined) return Model;
  const near = nearestNames(entity, known);
  const hint = didYouMean(near) || ' acurecord endpoints --entities lists them.';
  throw new UsageError(`There is no entity ${entity}.${hint}`);
}

function modeOf({ insertOnly, updateOnly, anchor }: Options): Mode {
  if (anchor !== undefined && updateOnly === true)
    throw new UsageError('--anchor is for records that are made, and --update-only makes none.');
  if (insertOnly === true && updateOnly === true)
    throw new UsageError('Choose one of --insert-only and --update-only.');
  return insertOnly === true ? 'insertOnly' : updateOnly === true ? 'updateOnly' : 'upsert';
}
