import { defineEntity, InquiryQuery, readODataMetadata } from '@acurecord/metadata';
import type { InquirySchema } from '@acurecord/metadata';
import { orderSchema, scriptedClient } from '@acurecord/metadata/testing';
import type { GatewayCall } from '@acurecord/metadata/testing';

const row = (id: number): object => ({ id: `00000000-0000-0000-0000-${String(id).padStart(12, '0')}` });
const rows = (from: number, count: number): object[] => Array.from({ length: count }, (_, index) => row(from + index));

/** A client whose lists go by a function of `$skip` and `$top`. */
function listing(answer: (skip: number, top: number, request: number) => unknown): ReturnType<typeof scriptedClient> {
  const client = scriptedClient(({ request }: GatewayCall) => {
    const { $skip = '0', $top = '1000' } = request.params as Record<string, string>;
    if (client.calls.length > 500) throw new Error('It asks without end.');
    return answer(Number($skip), Number($top), client.calls.length);
  });
  return client;
}

const orders = (client: ReturnType<typeof scriptedClient>) =>
  defineEntity(orderSchema, 'SalesOrder').using(client).query();

describe.each([1, 2, 3, 50])('pages of %i', (size) => {
  it('end with an error where the server ignores $skip', async () => {
    const client = listing((_skip, top) => rows(0, top));
    await expect(orders(client).pageSize(size).toArray()).rejects.toThrow(/ignores \$skip/);
    expect(client.calls.length).toBeLessThan(10);
  });

  it('end with an error where the server gives the same few pages in turn', async () => {
    const client = listing((skip, top) => rows((skip / top) % 3 === 0 ? 0 : skip % (3 * top), top));
    await expect(orders(client).pageSize(size).toArray()).rejects.toThrow(/ignores \$skip/);
    expect(client.calls.length).toBeLessThan(60);
  });

  it('end with an error where only part of a list can be skipped', async () => {
    const client = listing((skip, top) => rows(Math.min(skip, 5 * top), top));
    await expect(orders(client).pageSize(size).toArray()).rejects.toThrow(/ignores \$skip/);
    expect(client.calls.length).toBeLessThan(60);
  });

  it('end with an error also where a number of records is wanted', async () => {
    const client = listing((_skip, top) => rows(0, top));
    await expect(orders(client).pageSize(size).take(1_000).toArray()).rejects.toThrow(/ignores \$skip/);
  });

  it('give each record once where records are inserted meanwhile', async () => {
    const all = 120;
    // Every seventh request finds one more record at the front.
    const client = listing((skip, top, request) => {
      const moved = skip - Math.floor(request / 7);
      return rows(Math.max(0, moved), Math.max(0, Math.min(top, all - moved)));
    });
    const found = await orders(client).pageSize(size).toArray();
    expect(new Set(found.map(({ id }) => id)).size).toBe(found.length);
    expect(found).toHaveLength(all);
  });
});

it('reads a list without page size to its end where the server caps it and ignores $skip', async () => {
  const client = listing(() => rows(0, 100));
  expect(await orders(client).toArray()).toHaveLength(100);
});

const EDMX = `<edmx:Edmx Version="4.0" xmlns:edmx="x"><edmx:DataServices><Schema Namespace="G">
<EntityType Name="T"><Key><PropertyRef Name="K"/></Key><Property Name="K" Type="Edm.Int32"/><Property Name="V" Type="Edm.String"/></EntityType>
<EntityContainer Name="C"><EntitySet Name="T" EntityType="G.T"/></EntityContainer></Schema></edmx:DataServices></edmx:Edmx>`;
const inquiry = readODataMetadata(EDMX).inquiries.T as InquirySchema;

describe('pages of an inquiry', () => {
  function reading(page: (number: number) => unknown): {
    client: ReturnType<typeof scriptedClient>;
    query: InquiryQuery;
  } {
    const client = scriptedClient(() => {
      if (client.calls.length > 500) throw new Error('It asks without end.');
      return page(client.calls.length);
    });
    return { client, query: new InquiryQuery({ inquiry, client }) };
  }
  const page = (keys: readonly number[], nextLink?: string): unknown => ({
    rows: keys.map((K) => ({ K, V: 'same' })),
    ...(nextLink !== undefined && { nextLink }),
  });

  it.each([
    ['the same link again', () => page([1, 2], 'http://x/?$skip=2')],
    ['two links in turn', (number: number) => page([number], `http://x/?$skip=${number % 2}`)],
    ['ever new links to the same rows', (number: number) => page([1, 2], `http://x/?$skip=${number}`)],
    ['ever new links to the same row', (number: number) => page([1], `http://x/?$skip=${number}`)],
    ['ever new links to nothing', (number: number) => page([], `http://x/?$skip=${number}`)],
  ])('end with an error at %s', async (_name, answer) => {
    const { client, query } = reading(answer);
    await expect(query.toArray()).rejects.toThrow(/have no end/);
    expect(client.calls.length).toBeLessThan(150);
  });

  it('may be alike where the columns that tell rows apart are not read, and empty for a while', async () => {
    const { query } = reading((number) =>
      page(number % 2 === 0 ? [] : [1, 1, 1], number < 60 ? `http://x/${number}` : undefined),
    );
    expect(await query.select('V').toArray()).toHaveLength(90);
  });
});
