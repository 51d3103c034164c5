import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { record, startSimulator } from '../../src/index.js';
import type { Recording, Simulator } from '../../src/index.js';
import { rawRequest } from '../support/raw-request.js';
import { signedIn, wired } from '../support/signed-in.js';

const folder = mkdtempSync(join(tmpdir(), 'recording-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** What a client does, against the real thing, a proxy or a recording. */
async function session(url: string): Promise<unknown[]> {
  const at = { url } as Simulator;
  const caller = await signedIn(at);
  const answers = [
    await caller.get('Customer?$top=2&$select=CustomerID', { 'Accept-Encoding': 'identity' }),
    await caller.put('Customer', wired({ CustomerID: 'ALPHA', CustomerName: 'Renamed' })),
    await caller.get('Customer/ALPHA'),
    await caller.get('Customer/NOPE'),
    await caller.signOut(),
  ];
  return answers.map(({ status, text }) => [status, text]);
}

describe('record and replay', () => {
  it('gives the same answers from the recording, with no secret in it, and fails loudly on what is not in it', async () => {
    const file = join(folder, 'session.json');
    const erp = await startSimulator({
      site: '/AcumaticaERP',
      data: { Customer: [{ CustomerID: 'ALPHA', CustomerName: 'Alpha' }] },
    });
    const recorder = await record(erp.url, { file });
    expect(recorder.url).toMatch(/\/AcumaticaERP$/);
    const live = await session(recorder.url);
    await recorder.close();
    expect(erp.sessions()).toEqual([]);
    await erp.close();

    const text = readFileSync(file, 'utf8');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(text).not.toContain('admin-secret');
    expect(text).not.toMatch(/ASPXAUTH=[0-9A-F]{20}/);

    const replayed = await startSimulator({ site: '/AcumaticaERP', replay: JSON.parse(text) as Recording });
    expect(await session(replayed.url)).toEqual(live);
    const unknown = await rawRequest(replayed.url, 'GET', '/entity/Default/24.200.001/Vendor');
    expect([unknown.status, unknown.text]).toEqual([
      501,
      expect.stringContaining('no answer to GET /entity/Default/24.200.001/Vendor'),
    ]);
    await replayed.close();
  });
});
