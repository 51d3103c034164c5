import { knownKeys, readODataMetadata } from '@acurecord/metadata';
import type { EntitySchema } from '@acurecord/metadata';
import { simulated } from './simulated.js';
import type { Simulated } from './simulated.js';

type Wire = Record<string, { value?: unknown } | null | undefined>;

/** What the simulator answers for an entity: all members of its first record, everything expanded. */
async function firstRecord(
  { transport, client }: Simulated,
  { name, members }: EntitySchema,
): Promise<Wire | undefined> {
  const expand = Object.entries(members).flatMap(([member, { kind }]) => (kind === 'field' ? [] : [member]));
  const path = `/entity/${client.schema.endpoint}/${client.schema.version}/${name}`;
  const query = { $top: '1', ...(expand.length > 0 && { $expand: expand.join(',') }) };
  const { body } = await transport.send({ method: 'GET', path, query });
  return (body as Wire[])[0];
}

const own = new Set(['id', 'rowNumber', 'note', 'custom', 'files', '_links']);
const jsTypes: Readonly<Record<string, string>> = {
  Boolean: 'boolean',
  Decimal: 'number',
  Double: 'number',
  Int: 'number',
  Long: 'number',
  Short: 'number',
  Byte: 'number',
};

describe.each(['23R2', '24R2', '25R2'] as const)(
  'the documents of the simulator under %s, read by this package',
  (release) => {
    let context: Simulated;
    beforeAll(async () => {
      context = await simulated({ release });
    });
    afterAll(() => context.close());

    test('declare exactly the members that records have, in whatever order, with their types', async () => {
      const records = Object.values(context.client.schema.entities).filter(
        ({ topLevel, use = 'record' }) => topLevel && use === 'record',
      );
      let seen = 0;
      for (const entity of records) {
        const record = await firstRecord(context, entity);
        if (record === undefined) continue;
        seen += 1;
        expect([
          entity.name,
          Object.keys(record)
            .filter((name) => !own.has(name))
            .sort(),
        ]).toEqual([entity.name, Object.keys(entity.members).sort()]);
        for (const [name, member] of Object.entries(entity.members)) {
          const value = member.kind === 'field' ? record[name]?.value : undefined;
          if (member.kind !== 'field' || value === undefined || value === null) continue;
          expect([entity.name, name, typeof value]).toEqual([entity.name, name, jsTypes[member.type] ?? 'string']);
        }
      }
      expect(seen).toBeGreaterThan(10);
    });

    test('tell inquiries and reports from forms', () => {
      const { CustomerBalanceInquiry, CustomerStatement, SalesOrder } = context.client.schema.entities;
      expect([CustomerBalanceInquiry?.use, CustomerStatement?.use, SalesOrder?.use ?? 'record']).toEqual([
        'inquiry',
        'report',
        'record',
      ]);
      expect(knownKeys('SalesOrder')).toEqual(['OrderType', 'OrderNbr']);
    });

    test('describe inquiries and tables with the columns that rows have', async () => {
      const roots =
        release === '23R2'
          ? ['/odata/Company', '/odatav4/Company']
          : ['/t/Company/api/odata/gi', '/t/Company/api/odata/dac'];
      for (const root of roots) {
        const metadata = await context.transport.send({
          method: 'GET',
          path: `${root}/$metadata`,
          responseType: 'text',
        });
        const { inquiries } = readODataMetadata(metadata.body as string);
        expect(Object.keys(inquiries).length).toBeGreaterThan(2);
        for (const { name, members, call } of Object.values(inquiries)) {
          if (call !== undefined) continue;
          const { body } = await context.transport.send({
            method: 'GET',
            path: `${root}/${encodeURIComponent(name)}`,
            query: { $top: '1' },
          });
          const [row] = (body as { value: Record<string, unknown>[] }).value;
          expect([name, Object.keys(row ?? {})]).toEqual([name, Object.keys(members)]);
        }
      }
    });
  },
);
