import { startSimulator } from '../../src/index.js';
import type { Simulator } from '../../src/index.js';
import { writePdf } from '../../src/reports/write-pdf.js';
import { writeZip } from '../../src/reports/write-zip.js';
import { endpointPath, signedIn, wired } from '../support/signed-in.js';
import type { Caller } from '../support/signed-in.js';
import type { RawAnswer } from '../support/raw-request.js';

let simulator: Simulator;
let caller: Caller;
beforeAll(async () => {
  simulator = await startSimulator();
  caller = await signedIn(simulator);
});
afterAll(() => simulator.close());

async function run(
  parameters: Record<string, unknown>,
  accept?: string,
  headers: Record<string, string> = {},
): Promise<RawAnswer> {
  const started = await caller.post('CustomerStatement', wired(parameters), {
    ...(accept === undefined ? {} : { Accept: accept }),
    ...headers,
  });
  expect(started.status).toBe(202);
  const location = started.headers.location ?? '';
  expect(location).toMatch(new RegExp(`^${endpointPath}/CustomerStatement/report/\\w+/[0-9a-f-]{36}$`));
  for (let polls = 0; polls < 5; polls += 1) {
    const answer = await caller.send('GET', location);
    if (answer.status !== 202) return answer;
  }
  throw new Error('the report was never finished');
}

/** Places in the table of a PDF lead to the objects they are of, and the stream lengths are right. */
function checkPdf(bytes: Buffer): string {
  const text = bytes.toString('latin1');
  expect(text.startsWith('%PDF-1.4\n')).toBe(true);
  const start = Number(/startxref\n(\d+)\n%%EOF\n$/.exec(text)?.[1]);
  const places = [...text.slice(start).matchAll(/^(\d{10}) 00000 n $/gm)].map(([, place]) => Number(place));
  for (const [at, place] of places.entries())
    expect(text.slice(place)).toMatch(new RegExp(`^${String(at + 1)} 0 obj\n`));
  for (const [, length, stream] of text.matchAll(/\/Length (\d+) >>\nstream\n([\s\S]*?)\nendstream/g))
    expect(stream?.length).toBe(Number(length));
  return text;
}

describe('§10 reports', () => {
  test('are started by POST, answered 202 with an address, and are there as a PDF after polling', async () => {
    const answer = await run({ CustomerID: 'ABARTENDE' });
    expect([answer.status, answer.headers['content-type']]).toEqual([200, 'application/pdf']);
    expect(checkPdf(answer.bytes)).toContain('ABARTENDE A Bar & Tender');
  });

  test('come as HTML and as an Excel file when that is accepted', async () => {
    const html = await run({ CustomerID: 'ABARTENDE' }, 'text/html');
    expect(html.text).toContain('<td>ABARTENDE</td>');
    const excel = await run({}, 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet');
    expect(excel.bytes.subarray(0, 4).toString('latin1')).toBe('PK\x03\x04');
    expect(excel.bytes.includes('xl/worksheets/sheet1.xml')).toBe(true);
  });

  test('come in the format that is liked best', async () => {
    const html = await run({}, 'application/pdf;q=0.5, text/html;q=0.9, */*;q=0.1');
    expect(html.headers['content-type']).toBe('text/html; charset=utf-8');
    expect((await run({}, '*/*')).headers['content-type']).toBe('application/pdf');
  });

  test.each([
    ['de-CH, de;q=0.9, en;q=0.5', 'Alle Kunden', 'Rechnung'],
    ['ja, fr;q=0.8, es;q=0.9', 'Todos los clientes', 'Factura'],
    ['fr', 'Tous les clients', 'Échéance'],
    ['ja', 'All customers', 'Invoice'],
    ['*', 'All customers', 'Invoice'],
  ])('come in the language that Accept-Language likes best: %s', async (language, heading, column) => {
    const { text } = await run({}, 'text/html', { 'Accept-Language': language });
    expect(text).toContain(`<p>${heading}</p>`);
    expect(text).toContain(`<th>${column}</th>`);
  });

  test('keep their letters in a PDF', async () => {
    const answer = await run({}, undefined, { 'Accept-Language': 'de' });
    expect(checkPdf(answer.bytes)).toContain('F\\344llig');
  });

  test('in any other format are refused with 406, with a parameter of the wrong type with 400', async () => {
    expect((await caller.post('CustomerStatement', {}, { Accept: 'image/png' })).status).toBe(406);
    expect((await caller.post('CustomerStatement', wired({ StatementDate: 'soon' }))).status).toBe(400);
  });

  test('of a customer that does not exist fail at the poll, with the message', async () => {
    const answer = await run({ CustomerID: 'NOBODY' });
    expect(answer.status).toBe(500);
    expect(answer.text).toContain("Customer 'NOBODY' cannot be found");
  });

  test('belong to the session that started them', async () => {
    const started = await caller.post('CustomerStatement', {});
    const other = await signedIn(simulator);
    expect((await other.send('GET', started.headers.location ?? '')).status).toBe(404);
    await other.signOut();
  });

  test('cannot be listed', async () => {
    expect((await caller.get('CustomerStatement')).status).toBe(405);
  });
});

describe('writePdf', () => {
  test('spreads long reports over pages and escapes what PDF text cannot hold', () => {
    const rows = Array.from({ length: 200 }, (_, at) => [`(row) \\ ${String(at)}`, 'é ☃']);
    const text = checkPdf(writePdf({ title: 'Long', heading: [], columns: ['A', 'B'], rows, footer: 'end' }));
    expect(text).toContain('/Count 5');
    expect(text).toContain('(\\(row\\) \\\\ 0');
    expect(text).toContain('\\351 ?');
  });
});

describe('writeZip', () => {
  test('writes the checksum everybody knows', () => {
    expect(writeZip({ 'a.txt': '123456789' }).readUInt32LE(14)).toBe(0xcbf43926);
  });
});
