import { defineEntity, readSchema } from '@acurecord/metadata';
import type { EndpointSchema } from '@acurecord/metadata';
import { describeShared, readShared } from './shared-files';
import { scriptedClient } from '@acurecord/metadata/testing';

interface Interaction {
  readonly request: { readonly method: string; readonly uri: string; readonly body: unknown };
  readonly response: { readonly status: { readonly code: number }; readonly body: unknown };
}

const ID = '13582ef4-ba9a-ee11-8359-0690322d016b';

describeShared('recorded records', () => {
  const interactions = readShared('recordings/interactions.json') as Interaction[];
  const schema: EndpointSchema = readSchema(readShared('schemas/Default_20.200.001.json'));
  const rows = interactions
    .filter(({ request, response }) => response.status.code === 200 && request.uri.includes('/entity/Default'))
    .flatMap(({ request, response }) => {
      const name = /Default\/20\.200\.001\/(\w+)/.exec(request.uri)?.[1] ?? '';
      return [response.body].flat().map((row) => ({ name, row: row as Record<string, { value?: unknown } | null> }));
    });

  it('are all there', () => {
    expect(rows.map(({ name }) => name).sort()).toEqual([
      'Customer',
      'Customer',
      'SalesOrder',
      'SalesOrder',
      'SalesOrder',
    ]);
  });

  it.each(rows)('become a $name whose members say what the row says', async ({ name, row }) => {
    const record = await defineEntity(schema, name)
      .using(scriptedClient(() => row))
      .find(ID);
    for (const [member, definition] of Object.entries(schema.entities[name]?.members ?? {})) {
      const cell = row[member];
      if (definition.kind !== 'field') continue;
      const expected = cell === undefined ? undefined : (cell?.value ?? null);
      const isDate = definition.type === 'DateTime' && typeof expected === 'string';
      expect(record.get(member)).toEqual(isDate ? new Date(expected) : expected);
      expect(record.raw(member) ?? null).toEqual(expected ?? null);
    }
    expect(record.id).toBe(row.id);
    expect(record.note).toBe(row.note?.value);
    expect(record.isDirty).toBe(false);
  });

  it('give an order its lines', async () => {
    const { row } = rows.find(({ row: { Details } }) => Array.isArray(Details)) ?? { row: { id: null } };
    const order = await defineEntity(schema, 'SalesOrder')
      .using(scriptedClient(() => row))
      .find('SO', '1');
    const lines = order.Details as Iterable<{ get(name: string): unknown; note: unknown }>;
    expect(Array.from(lines, (line) => [line.get('Account'), line.get('AlternateID'), line.note])).toEqual([
      ['40000', null, null],
    ]);
    expect(order.toWire()).toEqual({ id: row.id });
  });
});
