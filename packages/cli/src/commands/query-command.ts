import { knownKeys } from 'acurecord';
import type { AcumaticaClient, DynamicEntity, Query } from 'acurecord';
import type { Command } from 'commander';
import { addCommonOptions, addConnectionOptions } from '../connection/connection-options.js';
import type { ConnectionOptions } from '../connection/connection-options.js';
import { openClient, positiveWhole, wholeNumber } from '../connection/open-client.js';
import { EXIT } from '../exit-code.js';
import { addFormatOptions, formatOf } from '../output/format-options.js';
import type { FormatOptions } from '../output/format-options.js';
import { checkedFilter, readFilter } from '../connection/read-filter.js';
import { pickColumns } from '../output/pick-columns.js';
import { streamRows } from '../output/stream-rows.js';
import { Progress } from '../terminal/progress.js';
import { splitList } from '../terminal/split-list.js';
import { put } from '../terminal/terminal.js';
import type { Terminal } from '../terminal/terminal.js';

interface Options extends ConnectionOptions, FormatOptions {
  readonly filter?: string;
  readonly select?: string;
  readonly expand?: string;
  readonly custom?: string;
  readonly top?: string;
  readonly skip?: string;
  readonly pageSize?: string;
  readonly each?: boolean;
  readonly explain?: boolean;
}

/** `acurecord query`: records of an entity, streamed. */
export function addQueryCommand(program: Command, terminal: Terminal, finish: (code: number) => void): void {
  const command = program
    .command('query')
    .argument('<entity>', 'such as Customer')
    .description('read records of an entity, streamed as they come')
    .option('--filter <condition>', `such as "Status eq 'Active' and CreditLimit gt 1000"`)
    .option('--select <fields>', 'fields, separated by commas; MainContact/Email reads a linked record')
    .option('--expand <members>', 'linked records and details to read too')
    .option('--custom <fields>', 'fields outside the contract: Document.UsrPriority')
    .option('--top <count>', 'at most so many records')
    .option('--skip <count>', 'leave out the first ones')
    .option('--page-size <rows>', 'records in one request', '500')
    .option('--each', 'where the server cannot list, read keys first and then record by record')
    .option('--explain', 'print the request instead of sending it')
    .addHelpText(
      'after',
      `
Examples:
  acurecord query Customer --filter "contains(CustomerName,'tea')" --select CustomerID,CustomerName --top 20
  acurecord query SalesOrder --expand Details --ndjson > orders.ndjson
  acurecord query Customer --csv > customers.csv`,
    );
  addCommonOptions(addConnectionOptions(addFormatOptions(command))).action(async (entity: string, options: Options) => {
    finish(await query(terminal, entity, options));
  });
}

async function query(terminal: Terminal, entity: string, options: Options): Promise<number> {
  const asked = readOptions(terminal, options);
  const progress = new Progress(terminal, 'rows', asked.top);
  const hooks = { onThrottle: ({ delayMs }: { delayMs: number }) => progress.throttled(delayMs) };
  await using client = await openClient(terminal, options, hooks);
  const narrowed = narrow(await client.service(entity).query(), asked, checkedBy(client, entity));
  if (options.explain === true) {
    await put(terminal, `${JSON.stringify(narrowed.explain(), null, 2)}\n`);
    return EXIT.ok;
  }
  const { format, skip } = asked;
  const columns = columnsOf(client, entity, options);
  const shape =
    format === 'csv' || format === 'rawCsv' || format === 'table'
      ? (row: object) => pickColumns(row, columns)
      : undefined;
  return await streamRows(terminal, { pages: narrowed.pages(), format, columns, shape, progress, skipped: skip });
}

type Asked = ReturnType<typeof readOptions>;
type Condition = NonNullable<Asked['filter']>;

/** What can be wrong with a command line is told before anybody signs in. */
function readOptions(terminal: Terminal, options: Options) {
  const { filter, top, skip = '0', pageSize = '500', each = false } = options;
  const select = splitList(options.select ?? '');
  const parents = select.filter((path) => path.includes('/')).map((path) => path.slice(0, path.lastIndexOf('/')));
  return {
    format: formatOf(terminal, options),
    filter: filter === undefined ? undefined : readFilter(filter),
    select,
    expand: [...new Set([...splitList(options.expand ?? ''), ...parents])],
    custom: splitList(options.custom ?? ''),
    top: top === undefined ? undefined : wholeNumber('--top', top),
    skip: wholeNumber('--skip', skip),
    pageSize: positiveWhole('--page-size', pageSize),
    each,
  };
}

function narrow(
  all: Query<DynamicEntity>,
  asked: Asked,
  checked: (filter: Condition) => Condition,
): Query<DynamicEntity> {
  const { filter, select, expand, custom, top, skip, pageSize, each } = asked;
  let query = all.pageSize(pageSize);
  if (filter !== undefined) query = query.where(checked(filter));
  if (select.length > 0) query = query.select(...select);
  if (expand.length > 0) query = query.expand(...expand);
  if (custom.length > 0) query = query.custom(...custom);
  if (top !== undefined) query = query.take(top);
  if (skip > 0) query = query.skip(skip);
  return each ? query.fallback('each') : query;
}

/** Looks the fields of a condition up in what the client knows of an entity. */
function checkedBy({ schema }: AcumaticaClient, entity: string): (filter: Condition) => Condition {
  return (filter) => (schema?.entities[entity] === undefined ? filter : checkedFilter(filter, schema, entity));
}

/** What was selected, else every field of the contract, keys first. */
function columnsOf({ schema }: AcumaticaClient, entity: string, { select, expand, custom }: Options): string[] {
  const known = schema?.entities[entity];
  const { members = {} } = known ?? {};
  const keys = known?.keys ?? knownKeys(entity, known && Object.keys(members)) ?? [];
  const fields = Object.keys(members).filter((name) => members[name]?.kind === 'field');
  const ordered = [...keys.filter((key) => fields.includes(key)), ...fields.filter((name) => !keys.includes(name))];
  const own = select === undefined ? [...ordered, ...splitList(expand ?? '')] : splitList(select);
  return [...own, ...splitList(custom ?? '')];
}
