import type {
  CustomerPage,
  CustomerRow,
  DeskSession,
  FaultReport,
  FileRow,
  Health,
  Overview,
  Problem,
  StockItemRow,
  TaskRow,
  WireEntry,
} from '../contract/index.js';
import { maxFileBytes } from '../src/server/file-routes.js';
import { ask } from './support/ask.js';
import { until } from './support/until.js';
import { useDesk, writing } from './support/use-desk.js';

const { opened, get, post, put } = useDesk();

it('says where it is', async () => {
  const { body } = await get<DeskSession>('/api/session');
  expect(body).toEqual({
    mode: 'simulator',
    host: new URL(opened.simulator.url).host,
    tenant: 'Company',
    user: 'admin',
    endpoint: { name: 'Default', version: '24.200.001' },
    faults: ['throttle', 'slow', 'idle-sign-out', 'drop-after-commit'],
    maxFileBytes,
  });
});

describe('the overview', () => {
  it('counts what is open, late and billed', async () => {
    const { body } = await get<Overview>('/api/overview');
    const stored = opened.simulator.store.all('SalesOrder');
    const open = stored.filter(
      ({ OrderType, Status }) => OrderType !== 'QT' && !['Completed', 'Cancelled'].includes(String(Status)),
    );
    expect(body.openByStatus.reduce((sum, { count }) => sum + count, 0)).toBe(open.length);
    const sum = open.reduce((total, { OrderTotal }) => total + Number(OrderTotal), 0);
    expect(body.openByStatus.reduce((total, row) => total + row.total, 0)).toBeCloseTo(sum, 2);
    expect(body.revenueByWeek).toHaveLength(12);
    expect(body.revenueByWeek.every(({ week }) => new Date(week).getUTCDay() === 1)).toBe(true);
    expect(body.revenueByWeek.some(({ revenue }) => revenue > 0)).toBe(true);
    expect(body.lateOrders.length).toBeLessThanOrEqual(20);
    expect(body.lateCount).toBeGreaterThanOrEqual(body.lateOrders.length);
    expect(body.lateOrders.every(({ late }) => late)).toBe(true);
    expect(body.complete).toBe(true);
    expect(body.coverage).toBe(`All ${open.length} open orders`);
  });

  it('is read once for all who look', async () => {
    await new Promise((resolve) => setImmediate(resolve));
    const before = opened.simulator.requests().length;
    await Promise.all(Array.from({ length: 20 }, () => get('/api/overview')));
    expect(opened.simulator.requests().length - before).toBeLessThanOrEqual(2);
  });
});

describe('customers', () => {
  it('are found by a piece of their name, with what is left of their credit', async () => {
    const { body } = await get<CustomerPage>('/api/customers?q=Bar%20%26');
    expect(body.hasMore).toBe(false);
    expect(body.rows.map(({ customerId }) => customerId)).toEqual(['ABARTENDE']);
    const [row] = body.rows as [CustomerRow];
    expect(row).toMatchObject({ name: 'A Bar & Tender', city: 'Columbus', creditLimit: 10_000 });
    expect((row.balance ?? 0) + (row.available ?? 0)).toBeCloseTo(row.creditLimit, 2);
  });

  it('are a page of the first ones without a text', async () => {
    const { body } = await get<CustomerPage>('/api/customers');
    expect(body.rows).toHaveLength(25);
    expect(body.hasMore).toBe(true);
  });

  it.each(["O'Neil", '%', "') or 1 eq 1 or substringof('", '&$top=1', '\\'])(
    'are searched by %j as it is',
    async (q) => {
      const { status, body } = await get<CustomerPage>(`/api/customers?q=${encodeURIComponent(q)}`);
      expect(status).toBe(200);
      const named = opened.simulator.store
        .all('Customer')
        .filter(({ CustomerID, CustomerName }) => `${String(CustomerID)} ${String(CustomerName)}`.includes(q));
      expect(body.rows).toHaveLength(named.length);
    },
  );

  it('refuse a text that is no search', async () => {
    expect((await get(`/api/customers?q=${'x'.repeat(101)}`)).status).toBe(400);
    expect((await get('/api/customers?query=x')).status).toBe(400);
  });

  it('are no longer asked for in the ERP when the page has gone', async () => {
    const { lastError } = opened.desk.health.health;
    opened.simulator.failNext({ path: '/Customer', delayMs: 60_000 });
    const gone = new AbortController();
    const asked = fetch(`${opened.url}/api/customers?q=gone`, { signal: gone.signal });
    const isUnderWay = () => opened.desk.wire.underWay > 0;
    await until(isUnderWay);
    gone.abort();
    await expect(asked).rejects.toThrow();
    await until(() => !isUnderWay());
    expect(opened.desk.wire.entries.at(-1)).toMatchObject({ status: null, error: expect.any(String) as string });
    expect(opened.desk.health.health.lastError).toEqual(lastError); // nobody's failure
  });
});

it('finds items for new lines', async () => {
  const { body } = await get<StockItemRow[]>('/api/stock-items?q=blend');
  expect(body).toContainEqual({ inventoryId: 'BTBLENDER', description: 'Bar Blender', price: 189 });
});

describe('files', () => {
  const files = '/api/orders/SO/000001/files';

  it('go up and down as they are', async () => {
    const bytes = Buffer.from([...Array(2_000).keys()].map((byte) => byte % 256));
    const name = encodeURIComponent('Größe "1"; x.bin');
    const { status, body } = await put<FileRow[]>(`${files}/${name}`, bytes, { 'content-type': 'image/png' });
    expect(status).toBe(200);
    const file = body.find((row) => row.name === 'Größe "1"; x.bin');
    const answer = await fetch(opened.url + (file?.href ?? ''));
    expect(Buffer.from(await answer.arrayBuffer()).equals(bytes)).toBe(true);
    expect(answer.headers.get('content-type')).toBe('application/octet-stream');
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(answer.headers.get('content-disposition')).toBe(
      `attachment; filename="Gr__e _1__ x.bin"; filename*=UTF-8''Gr%C3%B6%C3%9Fe%20%221%22%3B%20x.bin`,
    );
  });

  it('are taken as they come, JSON and HTML too, and never shown', async () => {
    for (const [name, type, text] of [
      ['order.json', 'application/json', '{"not": "parsed'],
      ['page.html', 'text/html', '<script>alert(1)</script>'],
    ] as const) {
      const { body } = await put<FileRow[]>(`${files}/${name}`, text, { 'content-type': type });
      const answer = await get(body.find((row) => row.name === name)?.href ?? '');
      expect(answer.text).toBe(text);
      expect(answer.headers['content-disposition']).toMatch(/^attachment;/);
    }
  });

  it.each(['..%2F..%2Fetc', '..', 'a%5Cb', 'a%0Ab', '%20', 'x'.repeat(201)])('have names, not %s', async (name) => {
    const { status } = await put(`${files}/${name}`, 'x', { 'content-type': 'text/plain' });
    expect([400, 404]).toContain(status);
    expect((await get<{ files: FileRow[] }>('/api/orders/SO/000001')).body.files).toEqual([]);
  });

  it('are refused where they are too large, by their length and by their bytes', async () => {
    const declared = await ask<Problem>(`${opened.url}${files}/big.bin`, {
      method: 'PUT',
      headers: { ...writing, 'content-type': 'application/octet-stream', 'content-length': String(maxFileBytes + 1) },
    }).catch((error: unknown) => error);
    expect(declared).toMatchObject({ status: 413 });
    const streamed = await fetch(`${opened.url}${files}/big.bin`, {
      method: 'PUT',
      headers: { ...writing, 'content-type': 'application/octet-stream' },
      body: new ReadableStream({
        pull: (controller) => controller.enqueue(new Uint8Array(1024 * 1024)),
      }),
      duplex: 'half',
    }).catch((error: unknown) => error);
    if (streamed instanceof Response) expect(streamed.status).toBe(413);
    expect((await get<{ files: FileRow[] }>('/api/orders/SO/000001')).body.files).toEqual([]);
  });

  it('of another order are not given away', async () => {
    const { body } = await put<FileRow[]>(`${files}/mine.txt`, 'mine', { 'content-type': 'text/plain' });
    expect((await get(`/api/orders/SO/000002/files/${body[0]?.id}`)).status).toBe(404);
  });
});

describe('tasks', () => {
  it('keep the names of customers up to date by what has changed', async () => {
    const rows = (await get<TaskRow[]>('/api/tasks')).body;
    expect(rows.map(({ name }) => name)).toEqual(['sync-customers', 'late-orders-digest', 'health-check']);
    await post('/api/tasks/sync-customers/run');
    expect(opened.desk.customers.nameOf('ABARTENDE')).toBe('A Bar & Tender');
    opened.simulator.store.put('Customer', {
      CustomerID: 'ABARTENDE',
      CustomerName: 'A Bar & Tender Inc.',
      LastModifiedDateTime: new Date(Date.now() + 60_000).toISOString(),
    });
    await opened.desk.client.cache.clear();
    const { body } = await post<TaskRow>('/api/tasks/sync-customers/run');
    expect(body.history[0]).toMatchObject({
      ok: true,
      message: expect.stringMatching(/^1 customers changed since/) as string,
    });
    expect(opened.desk.customers.nameOf('ABARTENDE')).toBe('A Bar & Tender Inc.');
    const asked = opened.simulator.requests().findLast(({ path }) => path.endsWith('/Customer'));
    expect(asked?.query['$filter']).toMatch(/^LastModifiedDateTime ge datetimeoffset'/);
  });

  it('run now, pause and go on', async () => {
    const run = (await post<TaskRow>('/api/tasks/late-orders-digest/run')).body;
    expect(run).toMatchObject({ runCount: 1, errorCount: 0 });
    expect(run.history[0]?.message).toMatch(/^\d+ late orders on \d{4}-/);
    const paused = (await post<TaskRow>('/api/tasks/late-orders-digest/pause')).body;
    expect(paused).toMatchObject({ status: 'paused', nextRun: null });
    const resumed = (await post<TaskRow>('/api/tasks/late-orders-digest/resume')).body;
    expect(resumed.status).toBe('scheduled');
    expect(Date.parse(resumed.nextRun ?? '')).toBeGreaterThan(Date.now());
  });

  it('tell why a run failed', async () => {
    opened.simulator.failNext({ path: '/entity', status: 403, times: 1 });
    const { body } = await post<TaskRow>('/api/tasks/health-check/run');
    expect(body).toMatchObject({ errorCount: 1 });
    expect(body.history[0]).toMatchObject({ ok: false, message: expect.any(String) as string });
  });

  it('are refused by names that nobody knows', async () => {
    expect((await post('/api/tasks/nothing/run')).status).toBe(404);
    expect((await post('/api/tasks/health-check/toString')).status).toBe(404);
  });
});

describe('a fault', () => {
  const bringAbout = async (name: string) => (await post<FaultReport>(`/api/faults/${name}`)).body;
  const notes = () => opened.desk.wire.entries.slice(-6).map(({ note, status }) => note ?? status);

  it('throttle: is waited for as the ERP asks', async () => {
    const { demonstration } = await bringAbout('throttle');
    expect(demonstration).toMatchObject({ ok: true, action: 'List five open orders' });
    expect(notes().slice(-3)).toEqual(['throttled', 'throttled', 200]);
    expect(opened.desk.wire.entries.at(-3)?.remark).toBe('Too many requests. Waits 1.0 s, then tries again.');
    expect((await get<Health>('/api/health')).body).toMatchObject({ throttled: 2, retries: 2 });
  });

  it('slow: is waited for', async () => {
    const { demonstration } = await bringAbout('slow');
    expect(demonstration.ok).toBe(true);
    expect(notes().at(-1)).toBe('slow');
  });

  it('idle sign-out: is mended by one sign-in', async () => {
    const { demonstration } = await bringAbout('idle-sign-out');
    expect(demonstration.ok).toBe(true);
    expect(notes().slice(-3)).toEqual(['failed', 'signed in again', 200]);
    expect((await get<Health>('/api/health')).body).toMatchObject({ signIns: 2, seats: { inUse: 1, limit: 3 } });
  });

  it('drop after commit: leaves one document', async () => {
    const before = opened.simulator.store.count('SalesOrder');
    const { demonstration } = await bringAbout('drop-after-commit');
    expect(demonstration).toMatchObject({ ok: true, document: { orderType: 'SO', copies: 1 } });
    expect(opened.simulator.store.count('SalesOrder')).toBe(before + 1);
    expect(opened.simulator.store.find('SalesOrder', 'SO', demonstration.document?.orderNbr ?? '')).toMatchObject({
      Status: 'On Hold',
    });
    expect(opened.desk.wire.entries.some(({ note }) => note === 'connection lost')).toBe(true);
  });

  it('is refused by a name that nobody knows', async () => {
    expect((await post('/api/faults/constructor')).status).toBe(404);
  });
});

describe('the wire', () => {
  it('is kept, five hundred requests of it', async () => {
    const { body } = await get<WireEntry[]>('/api/wire');
    expect(body[0]).toMatchObject({
      id: 1,
      method: 'POST',
      path: '/entity/auth/login',
      status: 204,
      note: 'signed in',
    });
    const reads = Array.from({ length: 30 }, (_, index) => get(`/api/stock-items?q=${index}`));
    await Promise.all(reads);
    const after = (await get<WireEntry[]>('/api/wire')).body;
    expect(after.length).toBeLessThanOrEqual(500);
    expect(after.every(({ status, ms }) => status === null || typeof ms === 'number')).toBe(true);
    expect(new Set(after.map(({ id }) => id)).size).toBe(after.length);
  });

  it('is told as it happens, with health and tasks', async () => {
    const events = await listen(async () => {
      await get('/api/stock-items?q=bar');
      await post('/api/tasks/health-check/run');
    }, ['health', 'wire', 'task']);
    expect(events.find(({ name }) => name === 'health')?.data).toMatchObject({ seats: { inUse: 1 } });
    expect(events.some(({ name, data }) => name === 'wire' && data['status'] === 200)).toBe(true);
    expect(events.some(({ name, data }) => name === 'task' && data['name'] === 'health-check')).toBe(true);
  });
});

interface Event {
  readonly name: string;
  readonly data: Record<string, unknown>;
}

/** Reads the stream of events while something happens, until each of the names was told after it. */
async function listen(happen: () => Promise<void>, names: readonly string[]): Promise<Event[]> {
  const answer = await fetch(`${opened.url}/api/events`);
  expect(answer.headers.get('content-type')).toBe('text/event-stream');
  expect(answer.headers.get('content-security-policy')).toContain("default-src 'self'");
  const events: Event[] = [];
  const reading = (async () => {
    let text = '';
    for await (const chunk of answer.body ?? []) {
      text += Buffer.from(chunk as Uint8Array).toString('utf8');
      const parts = text.split('\n\n');
      text = parts.pop() ?? '';
      for (const part of parts) {
        const [, name, data] = /^event: (\w+)\ndata: (.*)$/s.exec(part) ?? [];
        if (name !== undefined && data !== undefined) events.push({ name, data: JSON.parse(data) as Event['data'] });
      }
      if (names.every((name) => events.some((event) => event.name === name))) return;
    }
  })();
  await happen();
  await reading;
  return events;
}
