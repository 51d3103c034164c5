import { startSimulator } from '../../src/index.js';
import type { Simulator, SimulatorOptions } from '../../src/index.js';
import { formGraph, rowView } from '../../src/reading/form-graph.js';
import type { EntityModel } from '../../src/schema/schema-model.js';
import { rawRequest } from '../support/raw-request.js';
import type { RawAnswer } from '../support/raw-request.js';
import { endpointPath, signedIn } from '../support/signed-in.js';
import type { Caller } from '../support/signed-in.js';

let simulator: Simulator;
let caller: Caller;
const start = async (options: SimulatorOptions = {}): Promise<void> => {
  simulator = await startSimulator({
    data: { SalesOrder: [{ OrderType: 'SO', OrderNbr: '000001', Details: [{ LineNbr: 1 }] }] },
    ...options,
  });
  caller = await signedIn(simulator);
};
afterEach(() => simulator.close());

const upload = (path: string, body: Buffer, headers: Record<string, string> = {}): Promise<RawAnswer> =>
  rawRequest(simulator.url, 'PUT', path, {
    body,
    headers: { Cookie: caller.cookie, 'Content-Type': 'application/octet-stream', ...headers },
  });

interface Shown {
  readonly files: { readonly filename: string; readonly href: string; readonly comment?: string }[];
  readonly _links: Record<'files:put', string>;
  readonly Details: Shown[];
}
const order = async (): Promise<Shown> =>
  (await caller.get('SalesOrder/SO/000001?$expand=files,Details,Details/files')).json as Shown;
const link = ({ _links }: Shown, filename: string): string => _links['files:put'].replace('{filename}', filename);

describe('§11 files', () => {
  it('are put to the link of a record and read from the address that comes back', async () => {
    await start();
    const bytes = Buffer.from([0, 255, 1, 254]);
    const put = await upload(link(await order(), 'a%20b.bin'), bytes, { 'PX-CbFileComment': 'The plan' });
    expect([put.status, put.text]).toEqual([204, '']);
    const got = await caller.send('GET', put.headers.location ?? '');
    expect(got.bytes).toEqual(bytes);
    const { files } = await order();
    expect(files).toEqual([
      expect.objectContaining({
        filename: 'Sales Orders (SO, 000001)\\a b.bin',
        href: put.headers.location,
        comment: 'The plan',
      }),
    ]);
  });

  it('have no comments before 24R2', async () => {
    await start({ release: '23R2' });
    await upload(link(await order(), 'a.txt'), Buffer.from('x'), { 'PX-CbFileComment': 'The plan' });
    expect((await order()).files[0]).not.toHaveProperty('comment');
  });

  it('of the same name are versions of one file', async () => {
    await start();
    await upload(link(await order(), 'a.txt'), Buffer.from('one'));
    const second = await upload(link(await order(), 'a.txt'), Buffer.from('two'));
    expect((await order()).files).toHaveLength(1);
    expect((await caller.send('GET', second.headers.location ?? '')).text).toBe('two');
  });

  it('belong to rows as well', async () => {
    await start();
    const [row] = (await order()).Details;
    await upload(link(row as Shown, 'row.txt'), Buffer.from('x'));
    expect((await order()).Details[0]?.files).toHaveLength(1);
    expect((await order()).files).toEqual([]);
  });

  it('are put by keys, not by id, at the older address', async () => {
    await start();
    const root = `${endpointPath}/SalesOrder`;
    expect((await upload(`${root}/SO/000001/files/a.txt`, Buffer.from('x'))).status).toBe(204);
    const id = simulator.store.find('SalesOrder', 'SO', '000001')?.id ?? '';
    expect((await upload(`${root}/${id}/files/a.txt`, Buffer.from('x'))).status).toBe(404);
  });

  it('are refused with 413 when they are too large', async () => {
    await start({ assume: { maxBodyBytes: 1000 } });
    expect((await upload(link(await order(), 'a.txt'), Buffer.alloc(1001))).status).toBe(413);
  });

  it.each([
    ['StockItem/GLPINT16', undefined, 'PX.Objects.IN.InventoryItemMaint/Item'],
    ['Shipment', 'Details', 'PX.Objects.SO.SOShipmentEntry/Document'],
  ])('have the graph and the view of their form in the address: %s', async (path, rows, address) => {
    await start({ data: {} });
    const expand = rows === undefined ? '' : `?$top=1&$expand=${rows}`;
    const { json } = await caller.get(`${path}${expand}`);
    const record = (Array.isArray(json) ? json[0] : json) as Shown;
    expect(record._links['files:put']).toContain(`/files/${address}/`);
    for (const row of rows === undefined ? [] : record.Details)
      expect(row._links['files:put']).toContain(`/files/${address.replace('Document', 'Transactions')}/`);
  });

  it('of a bill and of its lines are put to Document and Transactions', () => {
    const bill = { name: 'Bill', screenId: 'AP301000' } as EntityModel;
    expect(formGraph(bill)).toEqual({ graph: 'PX.Objects.AP.APInvoiceEntry', view: 'Document' });
    expect(rowView(bill, { name: 'BillDetail' } as EntityModel)).toBe('Transactions');
  });

  it('are read as bytes by their id', async () => {
    await start();
    const put = await upload(`${endpointPath}/SalesOrder/SO/000001/files/a.txt`, Buffer.from('text'));
    const location = put.headers.location ?? '';
    expect(location).toMatch(/^\/entity\/Default\/24\.200\.001\/files\/[0-9a-f-]{36}$/);
    const got = await caller.send('GET', location, undefined, { Accept: 'application/octet-stream' });
    expect([got.status, got.headers['content-type'], got.text]).toEqual([200, 'application/octet-stream', 'text']);
  });

  it('have comments of 500 characters at most', async () => {
    await start();
    const put = async (length: number): Promise<number> => {
      const comment = { 'PX-CbFileComment': 'x'.repeat(length) };
      return (await upload(link(await order(), 'a.txt'), Buffer.from('x'), comment)).status;
    };
    expect(await put(500)).toBe(204);
    expect(await put(501)).toBeGreaterThanOrEqual(400);
  });
});
