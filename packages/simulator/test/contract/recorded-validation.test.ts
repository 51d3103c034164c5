import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { startSimulator } from '../../src/index.js';
import { signedIn, wired } from '../support/signed-in.js';

const shared = resolve(__dirname, '../../../../../shared');
const recorded = (name: string): { status: number; body: Record<string, unknown> } =>
  JSON.parse(readFileSync(`${shared}/recordings/${name}.json`, 'utf8')) as {
    status: number;
    body: Record<string, unknown>;
  };

/** Whether the answer has every recorded member, in the recorded order, at every level: the recorded body was trimmed. */
function expectInOrder(answer: unknown, recording: unknown, path = ''): void {
  if (Array.isArray(recording)) {
    for (const [at, row] of recording.entries())
      expectInOrder((answer as unknown[])[at], row, `${path}[${String(at)}]`);
  } else if (typeof recording === 'object' && recording !== null) {
    const wanted = Object.keys(recording);
    expect([path, Object.keys(answer as object).filter((name) => wanted.includes(name))]).toEqual([path, wanted]);
    for (const [name, inner] of Object.entries(recording))
      expectInOrder((answer as Record<string, unknown>)[name], inner, `${path}.${name}`);
  }
}

if (!existsSync(`${shared}/recordings`)) {
  it('has no recorded 422 and no push notification on this machine to compare with', () => undefined);
} else {
  test('§8.7 the recorded 422 of a bill with an unknown project: status, members in order, errors, addresses', async () => {
    const { status, body } = recorded('422-put-bill-detail-error');
    await using simulator = await startSimulator({
      schema: JSON.parse(readFileSync(`${shared}/schemas/Default_20.200.001.json`, 'utf8')) as unknown,
      release: '23R2',
      site: '/23r211',
      generated: 1,
    });
    const caller = await signedIn(simulator, {}, '/entity/Default/20.200.001');
    const answer = await caller.put('Bill?$expand=Details', {
      ...wired({ Amount: 201.73 }),
      Details: [{ ...wired({ Amount: 201.73, Project: 'TES2323T' }), note: { value: '' } }],
    });
    expect(answer.status).toBe(status);
    expectInOrder(answer.json, body);
    const [row] = (answer.json as { Details: Record<string, unknown>[] }).Details;
    const [recordedRow] = body['Details'] as Record<string, unknown>[];
    expect(row?.['InventoryID']).toEqual({});
    expect(row?.['Project']).toEqual(recordedRow?.['Project']);
    expect(answer.json).toMatchObject({ ReferenceNbr: body['ReferenceNbr'], Amount: body['Amount'] });
    expect((answer.json as { error: string }).error).toMatch(
      /^Inserting {2}'.+' record raised at least one error\. Please/,
    );
    const nameless = (text: unknown): string => String(text).replace(/[0-9a-f-]{36}/, 'id');
    const links = (record: Record<string, unknown> | undefined): [string, string][] =>
      Object.entries(record?.['_links'] as Record<string, string>).map(([name, link]) => [name, nameless(link)]);
    expect(links(answer.json as Record<string, unknown>)).toEqual(links(body));
    expect(links(row)).toEqual(links(recordedRow));
  });

  test('§16 the recorded push notification: the same members in the same order, of the same types', async () => {
    const { body } = recorded('push-notification');
    const received: Record<string, unknown>[] = [];
    const listener = createServer((request, response) => {
      let text = '';
      request.on('data', (chunk: Buffer) => (text += chunk.toString()));
      request.on('end', () => {
        received.push(JSON.parse(text) as Record<string, unknown>);
        response.end();
      });
    });
    await new Promise<void>((done) => listener.listen(0, '127.0.0.1', done));
    const url = `http://127.0.0.1:${String((listener.address() as AddressInfo).port)}/`;
    await using simulator = await startSimulator({
      push: [{ entity: 'StockItem', query: 'StockItemQuery', url, doubled: true }],
    });
    const caller = await signedIn(simulator);
    await caller.put('StockItem', wired({ InventoryID: 'NEWITEM', Description: 'New', ItemClass: 'BARTOOLS' }));
    await simulator.pushed();
    listener.close();
    const types = (message: Record<string, unknown>): unknown =>
      Object.entries(message).map(([name, value]) => [name, Array.isArray(value) ? 'array' : typeof value]);
    expect(received).toHaveLength(2);
    expect(received[0]).toEqual(received[1]);
    expect(types(received[0] ?? {})).toEqual(types(body));
    expect(received[0]).toMatchObject({ Inserted: [{ InventoryID: 'NEWITEM' }], Deleted: [], Query: 'StockItemQuery' });
  });
}
