import { didYouMean, nearestNames } from 'acurecord';
import type { AcumaticaClient, EndpointSchema } from 'acurecord';
import type { Command } from 'commander';
import { addCommonOptions, addConnectionOptions } from '../connection/connection-options.js';
import type { ConnectionOptions } from '../connection/connection-options.js';
import { openClient, wholeNumber } from '../connection/open-client.js';
import { EXIT, UsageError } from '../exit-code.js';
import { readFilter } from '../connection/read-filter.js';
import { addFormatOptions, formatOf } from '../output/format-options.js';
import type { FormatOptions } from '../output/format-options.js';
import { streamRows } from '../output/stream-rows.js';
import { Progress } from '../terminal/progress.js';
import { splitList } from '../terminal/split-list.js';
import { put } from '../terminal/terminal.js';
import type { Terminal } from '../terminal/terminal.js';

type EntitySchema = EndpointSchema['entities'][string];

interface Options extends ConnectionOptions, FormatOptions {
  readonly param: readonly string[];
  readonly filter?: string;
  readonly select?: string;
  readonly orderBy?: string;
  readonly top?: string;
  readonly skip?: string;
  readonly list?: boolean;
}

/** `acurecord inquiry`: rows of an inquiry, of the contract or over OData. */
export function addInquiryCommand(program: Command, terminal: Terminal, finish: (code: number) => void): void {
  const command = program
    .command('inquiry')
    .argument('[name]', 'an inquiry of the endpoint, or a generic inquiry that is exposed via OData')
    .description('run an inquiry')
    .option(
      '--param <name=value>',
      'a parameter; may be repeated',
      (value: string, all: string[]) => [...all, value],
      [],
    )
    .option('--filter <condition>', 'over OData: a condition')
    .option('--select <columns>', 'columns, separated by commas')
    .option('--order-by <columns>', 'over OData: such as "Date desc"')
    .option('--top <count>', 'at most so many rows')
    .option('--skip <count>', 'leave out the first ones')
    .option('--list', 'list the inquiries there are')
    .addHelpText(
      'after',
      `
Examples:
  acurecord inquiry --list
  acurecord inquiry InventorySummaryInquiry --param InventoryID=AALEGO500
  acurecord inquiry CustomerBalances --filter "Balance gt 1000" --csv`,
    );
  addCommonOptions(addConnectionOptions(addFormatOptions(command))).action(
    async (name: string | undefined, options: Options) => {
      await using client = await openClient(terminal, options);
      finish(await runInquiry(terminal, client, name, options));
    },
  );
}

async function runInquiry(
  terminal: Terminal,
  client: AcumaticaClient,
  name: string | undefined,
  options: Options,
): Promise<number> {
  const contract = Object.values(client.schema?.entities ?? {}).filter(({ use }) => use === 'inquiry');
  if (options.list === true) {
    const names = { contract: contract.map((entity) => entity.name), odata: await client.inquiries.list() };
    const lines = [
      ...names.contract.map((each) => `${each} (endpoint)`),
      ...names.odata.map((each) => `${each} (OData)`),
    ];
    await put(terminal, options.json === true ? `${JSON.stringify(names, null, 2)}\n` : `${lines.join('\n')}\n`);
    return EXIT.ok;
  }
  if (name === undefined) throw new UsageError('Name an inquiry, or list them with --list.');
  const isContract = contract.some((entity) => entity.name === name);
  if (!isContract) await checkName(client, name, contract);
  const pages = isContract ? contractRows(client, name, options) : odataPages(client, name, options);
  return print(terminal, pages, options);
}

/** @throws UsageError for a name that nothing has and that is like others; one that is not listed may still be there */
async function checkName(client: AcumaticaClient, name: string, contract: readonly EntitySchema[]): Promise<void> {
  // where there is no list, the run itself tells what is wrong
  const odata = await client.inquiries.list().catch((): readonly string[] => []);
  if (odata.includes(name)) return;
  const near = nearestNames(name, [...contract.map((entity) => entity.name), ...odata]);
  if (near.length > 0) throw new UsageError(`There is no inquiry ${name}.${didYouMean(near)}`);
}

async function print(terminal: Terminal, pages: AsyncIterable<readonly object[]>, options: Options): Promise<number> {
  const [columns, all] = await withColumns(pages, splitList(options.select ?? ''));
  const top = options.top === undefined ? undefined : wholeNumber('--top', options.top);
  const progress = new Progress(terminal, 'rows', top);
  const skipped = wholeNumber('--skip', options.skip ?? '0');
  return streamRows(terminal, { pages: all, format: formatOf(terminal, options), columns, progress, skipped });
}

/** The columns of an inquiry are those of its first row. */
async function withColumns(
  pages: AsyncIterable<readonly object[]>,
  selected: readonly string[],
): Promise<[readonly string[], AsyncIterable<readonly object[]>]> {
  const iterator = pages[Symbol.asyncIterator]();
  const first = await iterator.next();
  const head = first.done === true ? [] : first.value;
  async function* all(): AsyncGenerator<readonly object[]> {
    yield head;
    yield* { [Symbol.asyncIterator]: () => iterator };
  }
  return [selected.length > 0 ? selected : Object.keys(head[0] ?? {}), all()];
}

/** Rows stand in the first details of the answer; the server sends all of them at once. */
async function* contractRows(client: AcumaticaClient, name: string, options: Options): AsyncGenerator<object[]> {
  if (options.filter !== undefined || options.orderBy !== undefined) {
    throw new UsageError(`${name} is an inquiry of the endpoint: it takes --param, no --filter and no --order-by.`);
  }
  const members = client.schema?.entities[name]?.members ?? {};
  const details = Object.keys(members).filter((member) => members[member]?.kind === 'details');
  const answer = await client.service(name).run(parametersOf(options));
  const rows = details.flatMap((member) => {
    const plain = (answer.toPlain() as Record<string, unknown>)[member];
    return Array.isArray(plain) ? (plain as object[]) : [];
  });
  const from = wholeNumber('--skip', options.skip ?? '0');
  const wanted = rows.slice(from, options.top === undefined ? undefined : from + wholeNumber('--top', options.top));
  const columns = splitList(options.select ?? '');
  yield wanted.map((row) =>
    Object.fromEntries(
      Object.entries(row).filter(([key]) =>
        columns.length > 0 ? columns.includes(key) : !['id', 'rowNumber', 'note', 'custom'].includes(key),
      ),
    ),
  );
}

async function* odataPages(client: AcumaticaClient, name: string, options: Options): AsyncGenerator<readonly object[]> {
  let inquiry = client.inquiries.get(name);
  if (options.param.length > 0) inquiry = inquiry.parameters(parametersOf(options));
  if (options.filter !== undefined) inquiry = inquiry.where(readFilter(options.filter));
  if (options.select !== undefined) inquiry = inquiry.select(...splitList(options.select));
  if (options.orderBy !== undefined) inquiry = inquiry.orderBy(...splitList(options.orderBy));
  if (options.top !== undefined) inquiry = inquiry.take(wholeNumber('--top', options.top));
  if (options.skip !== undefined) inquiry = inquiry.skip(wholeNumber('--skip', options.skip));
  yield* inquiry.pages();
}

function parametersOf({ param }: Options): Record<string, string> {
  const pairs = param.map((text) => {
    const [, name, value] = /^([^=]+)=(.*)$/s.exec(text) ?? [];
    if (name === undefined || value === undefined) throw new UsageError(`--param takes name=value, not "${text}".`);
    return [name, value] as const;
  });
  return Object.fromEntries(pairs);
}
