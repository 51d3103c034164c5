import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startSimulator } from '@acurecord/simulator';
import type { Recording } from '@acurecord/simulator';
import { runInTest } from './run-in-test.js';

let cwd: string;
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'acurecord-recording-'));
});
afterEach(() => rmSync(cwd, { recursive: true, force: true }));

test('what an ERP answers is recorded without secrets, and compared with the simulator', async () => {
  await using erp = await startSimulator({ data: { Customer: [{ CustomerID: 'YOGI', CustomerName: 'Yogi' }] } });
  const stop = new AbortController();
  let started: (url: string) => void = () => undefined;
  const listening = new Promise<string>((resolve) => (started = resolve));
  const recorded = runInTest(['record', erp.url, '--out', 'r.json'], {
    cwd,
    signal: stop.signal,
    onOutput: (out) => started(out.trim()),
  });
  const url = await listening;
  const headers = { 'Content-Type': 'application/json' };
  const body = JSON.stringify({ name: 'admin', password: 'admin-secret' });
  const login = await fetch(`${url}/entity/auth/login`, { method: 'POST', headers, body });
  const Cookie = login.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';', 1)[0])
    .join('; ');
  await fetch(`${url}/entity/Default/24.200.001/Customer?$expand=MainContact`, { headers: { Cookie } });
  stop.abort();
  await recorded;
  const file = join(cwd, 'r.json');
  const text = readFileSync(file, 'utf8');
  expect(text).toContain('YOGI');
  expect(text).not.toContain('admin-secret');
  expect(statSync(file).mode & 0o077).toBe(0);

  const same = await runInTest(['verify-recording', 'r.json'], { cwd });
  expect([same.code, same.out]).toEqual([0, '']);
  const recording = JSON.parse(text) as Recording;
  const exchanges = recording.exchanges.map((exchange) => ({
    ...exchange,
    response: { ...exchange.response, body: exchange.response.body.replace('"rowNumber":1', '"rowNumber":"1"') },
  }));
  writeFileSync(file, JSON.stringify({ ...recording, exchanges }));
  const other = await runInTest(['verify-recording', 'r.json'], { cwd });
  expect([other.code, other.out]).toEqual([
    1,
    expect.stringContaining('[0].rowNumber is a number, recorded as a string'),
  ]);
});

test('a file that is no recording, and an address that is none, are refused', async () => {
  writeFileSync(join(cwd, 'x.json'), '{}');
  expect((await runInTest(['verify-recording', 'x.json'], { cwd })).code).toBe(2);
  expect((await runInTest(['record', 'nonsense'], { cwd })).code).toBe(2);
});
