import { defineEntity } from '@acurecord/metadata';
import type {
  EndpointSchema,
  Entity,
  EntityClient,
  EntityGateway,
  ListRequest,
  MemberSchema,
  WireRow,
  WireType,
} from '@acurecord/metadata';
import { pairedMs, report } from './report.js';

const ROWS = 2_000;
const TYPES: readonly WireType[] = ['String', 'Decimal', 'Boolean', 'String', 'DateTime', 'Int', 'String', 'String'];

/** A field of each common type, 60 in all. */
const members = Object.fromEntries(
  Array.from({ length: 60 }, (_, index): [string, MemberSchema] => {
    const type = TYPES[index % TYPES.length] as WireType;
    return [`Field${String(index).padStart(2, '0')}${type}`, { kind: 'field', type }];
  }),
);
const schema: EndpointSchema = {
  endpoint: 'Default',
  version: '24.200.001',
  contract: 4,
  entities: { Item: { name: 'Item', topLevel: true, members, actions: {} } },
};

const values: Readonly<Record<string, (row: number) => unknown>> = {
  String: (row) => (row % 3 === 0 ? undefined : `Text number ${row}`),
  Decimal: (row) => row * 1.25,
  Boolean: (row) => row % 2 === 0,
  DateTime: (row) => `2024-05-${String((row % 28) + 1).padStart(2, '0')}T10:20:30.45+00:00`,
  Int: (row) => row,
};

const text = JSON.stringify(
  Array.from({ length: ROWS }, (_, row) => ({
    id: `00000000-0000-0000-0000-${String(row).padStart(12, '0')}`,
    rowNumber: row + 1,
    note: { value: '' },
    ...Object.fromEntries(
      Object.entries(members).map(([name, member]) => [
        name,
        { value: member.kind === 'field' ? values[member.type]?.(row) : undefined },
      ]),
    ),
    custom: {},
  })),
);

const Item = defineEntity(schema, 'Item');
const fields = Object.keys(members).slice(0, 5);

/** The way of a real query, with a gateway that only parses. */
function clientOver(): EntityClient {
  const list = async ({ params }: ListRequest): Promise<readonly WireRow[]> =>
    params['$skip'] === undefined ? (JSON.parse(text) as WireRow[]) : [];
  const gateway = { list } as unknown as EntityGateway;
  return { gateway, schema, closed: false };
}

const client = clientOver();

async function entities(): Promise<Entity[]> {
  return Item.using(client).query().toArray();
}

async function entitiesWithReads(): Promise<unknown> {
  let last: unknown;
  for (const item of await entities()) {
    const record = item as unknown as Record<string, unknown>;
    for (const field of fields) last = record[field];
  }
  return last;
}

const [parse, untouched] = await pairedMs(() => JSON.parse(text) as unknown, entities, 25);
report({
  label: `${ROWS} rows × 60 fields into entities, untouched, by JSON.parse`,
  value: untouched / parse,
  unit: '×',
  atMost: 1.15,
});
const [parseAgain, read] = await pairedMs(() => JSON.parse(text) as unknown, entitiesWithReads, 25);
report({
  label: `${ROWS} rows × 60 fields into entities, five fields read, by JSON.parse`,
  value: read / parseAgain,
  unit: '×',
  atMost: 1.25,
});
