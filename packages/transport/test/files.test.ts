import { createHash, randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import { setTimeout as delay } from 'node:timers/promises';
import { startSimulator } from '@acurecord/simulator';
import type { Transport, UploadSource } from '../src/index.js';
import { startMiniErp } from './mini-erp.js';
import type { Answering, MiniErp } from './mini-erp.js';
import { failureOf, openTransport } from './open-transport.js';

const FILE = '/entity/Default/24.200.001/files/11111111-1111-1111-1111-111111111111';
const BYTES = randomBytes(200_000);
const open: { close(): Promise<unknown> }[] = [];

afterEach(async () => {
  for (const thing of open.splice(0).reverse()) await thing.close();
});

async function site(answer: Answering, changes = {}): Promise<[MiniErp, Transport]> {
  const erp = await startMiniErp(answer);
  const transport = openTransport(erp.url, changes);
  open.push(erp, transport);
  return [erp, transport];
}

const halves = (): Buffer[] => [BYTES.subarray(0, 70_000), BYTES.subarray(70_000)];
const SOURCES: [string, () => UploadSource][] = [
  ['a Buffer', () => BYTES],
  ['a Uint8Array', () => new Uint8Array(BYTES)],
  ['a Blob', () => new Blob([BYTES])],
  ['a stream', () => Readable.from(halves())],
  ['an array of chunks', halves],
  ['an async iterable', () => asynchronously(halves())],
  ['a function', () => halves],
];

describe('upload', () => {
  it.each(SOURCES)('sends %s whole, tells progress, and names type and comment', async (_name, source) => {
    const seen: { sha: string; headers: Record<string, unknown> }[] = [];
    const [, transport] = await site((request, response) => {
      seen.push({ sha: sha(request.body), headers: request.headers });
      response.writeHead(204, { Location: FILE }).end();
    });
    const progress: number[] = [];
    const options = {
      contentType: 'image/png',
      comment: 'Foto größer',
      onProgress: (sent: number) => void progress.push(sent),
    };
    const response = await transport.upload('/entity/Default/24.200.001/files/G/V/1/a.png', source(), options);
    expect(response.status).toBe(204);
    expect(seen.map((one) => one.sha)).toEqual([sha(BYTES)]);
    expect(seen[0]?.headers).toMatchObject({
      'content-type': 'image/png',
      'px-cbfilecomment': 'Foto gr%C3%B6%C3%9Fer',
    });
    expect(progress.at(-1)).toBe(BYTES.length);
    expect(progress).toEqual([...progress].sort((a, b) => a - b));
  });

  it.each([
    ['a comment of 501 characters', 'x'.repeat(501)],
    ['a comment of two lines', 'a\r\nX-Other: b'],
  ])('refuses %s before anything is sent', async (_name, comment) => {
    const [erp, transport] = await site(() => undefined);
    expect(await failureOf(transport.upload('/entity/E/1/files/G/V/1/a', BYTES, { comment }))).toMatchObject({
      name: 'AcumaticaConfigError',
    });
    expect(erp.log).toEqual([]);
  });

  it('takes a link as the ERP gives it, and refuses one of another origin', async () => {
    const [erp, transport] = await site((_request, response) => void response.writeHead(204).end());
    await transport.upload(`${erp.url}/entity/E/1/files/G/V/1/a`, BYTES);
    expect(erp.log.at(-1)).toBe('PUT /entity/E/1/files/G/V/1/a');
    expect(await failureOf(transport.upload('https://evil.example.com/entity/E', BYTES))).toMatchObject({
      code: 'FOREIGN_ORIGIN',
    });
  });

  it.each([200, 202])('does not take a %d for the word that the file is stored', async (status) => {
    const [, transport] = await site((_request, response) => void response.writeHead(status).end());
    expect(await failureOf(transport.upload('/entity/E/1/files/G/V/1/a', BYTES))).toMatchObject({
      code: 'AMBIGUOUS_OUTCOME',
      repeatable: false,
      status,
    });
  });

  it('fails when its source fails, and leaves no request hanging', async () => {
    const [, transport] = await site(() => undefined, { timeoutMs: 3_000 });
    const broken = async function* (): AsyncGenerator<Uint8Array> {
      yield BYTES;
      throw new Error('disk gone');
    };
    const failure = await failureOf(transport.upload('/entity/E/1/files/G/V/1/a', broken()));
    expect(failure.name).toBe('AcumaticaAmbiguousOutcomeError');
  });

  it('sends a session that ended the same bytes again where it can', async () => {
    const ended = new Set<string | undefined>();
    let ends = true;
    const [erp, transport] = await site((request, response) => {
      const { cookie } = request.headers;
      if (ends) ended.add(cookie);
      ends = false;
      response.writeHead(ended.has(cookie) ? 401 : sha(request.body) === sha(BYTES) ? 204 : 400).end();
    });
    expect((await transport.upload('/entity/E/1/files/G/V/1/a', () => halves())).status).toBe(204);
    expect(erp.log.filter((line) => line.startsWith('PUT'))).toHaveLength(2);
    ends = true;
    expect(await failureOf(transport.upload('/entity/E/1/files/G/V/1/a', Readable.from(halves())))).toMatchObject({
      status: 401,
    });
  });
});

describe('download', () => {
  const serve: Answering = (_request, response) =>
    void response.writeHead(200, { 'Content-Length': BYTES.length, 'Content-Type': 'image/png' }).end(BYTES);

  it('gives a stream with size, type and progress', async () => {
    const [, transport] = await site(serve);
    const progress: (number | undefined)[] = [];
    const file = await transport.download(FILE, {
      onProgress: (received, total) => void progress.push(received, total),
    });
    expect(file).toMatchObject({ size: BYTES.length, contentType: 'image/png' });
    expect(sha(await read(file))).toBe(sha(BYTES));
    expect(progress.slice(-2)).toEqual([BYTES.length, BYTES.length]);
  });

  it.each(['with a length', 'in chunks'])('fails where a file %s is cut', async (form) => {
    const [erp, transport] = await site((_request, response) => {
      response.writeHead(200, form === 'with a length' ? { 'Content-Length': BYTES.length } : {});
      response.write(BYTES.subarray(0, 100_000), () => setTimeout(() => response.destroy(), 5));
    });
    const failure = await failureOf(transport.download(FILE).then(read));
    expect(failure.name).toBe('AcumaticaConnectionError');
    expect(erp.log.filter((line) => line.startsWith('GET'))).toHaveLength(1);
  });

  it('fails where a file falls silent, and not while its reader is slow', async () => {
    const [, transport] = await site((_request, response) => {
      response.writeHead(200).write(BYTES);
      setTimeout(() => response.write('x'), 50);
    });
    const file = await transport.download(FILE, { timeoutMs: 200 });
    await delay(400);
    expect(await failureOf(read(file))).toMatchObject({ name: 'AcumaticaTimeoutError' });
  });

  it('does not read ahead of its reader', async () => {
    let sent = 0;
    const [, transport] = await site((_request, response) => {
      const push = (): void => {
        while (sent < 400 && response.write(BYTES)) sent += 1;
        if (sent < 400) response.once('drain', push);
      };
      response.writeHead(200);
      push();
    });
    const file = await transport.download(FILE);
    await delay(150);
    expect(sent).toBeLessThan(200);
    file.destroy();
  });

  it('ends when its signal aborts, also in the middle', async () => {
    const [, transport] = await site((_request, response) => void response.writeHead(200).write(BYTES));
    const abort = new AbortController();
    const file = await transport.download(FILE, { signal: abort.signal });
    setTimeout(() => abort.abort(), 20);
    expect(await failureOf(read(file))).toMatchObject({ name: 'AbortError' });
  });

  it('frees its session and its connection when it is destroyed unread', async () => {
    const [erp, transport] = await site(serve, { persistentLogin: false });
    const file = await transport.download(FILE);
    expect(erp.seats.size).toBe(1);
    file.destroy();
    await delay(50);
    expect(erp.seats.size).toBe(0);
  });

  it('is bounded by maxResponseBytes', async () => {
    const [, transport] = await site(serve, { maxResponseBytes: 1_000 });
    expect(await failureOf(transport.download(FILE).then(read))).toMatchObject({ code: 'RESPONSE_TOO_LARGE' });
    expect(await failureOf(transport.send({ method: 'GET', path: FILE, responseType: 'bytes' }))).toMatchObject({
      code: 'RESPONSE_TOO_LARGE',
    });
  });
});

it('attaches a file to a record of the simulator and reads it back', async () => {
  const sim = await startSimulator();
  const transport = openTransport(sim.url);
  open.push(sim, transport);
  const list = {
    method: 'GET',
    path: '/entity/Default/24.200.001/Customer',
    query: { $top: 1, $expand: 'files' },
  } as const;
  const [customer] = (await transport.send(list)).body as { _links: Record<string, string> }[];
  const link = (customer?._links['files:put'] ?? '').replace('{filename}', encodeURIComponent('Preis & Größe.txt'));
  await transport.upload(link, BYTES, { comment: 'a note' });
  const [again] = (await transport.send(list)).body as { files: { id: string; filename: string }[] }[];
  const file = again?.files[0];
  expect(file?.filename).toContain('Preis & Größe.txt');
  expect(sha(await read(await transport.download(`/entity/Default/24.200.001/files/${file?.id}`)))).toBe(sha(BYTES));
});

async function* asynchronously(chunks: Buffer[]): AsyncGenerator<Buffer> {
  yield* chunks;
}

async function read(stream: Readable): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

function sha(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}
