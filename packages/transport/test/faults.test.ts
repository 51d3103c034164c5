import { gzipSync } from 'node:zlib';
import type { ServerResponse } from 'node:http';
import type { Transport } from '../src/index.js';
import { startMiniErp } from './mini-erp.js';
import type { MiniErp } from './mini-erp.js';
import { openTransport } from './open-transport.js';

const ENTITY = '/entity/Default/24.200.001/Bill';
const RECORD = { id: '1', ReferenceNbr: { value: '000001' } };

/** What a server with one fault does: the first request meets it, later ones are served. */
interface Site extends MiniErp {
  /** Documents and runs of an action that the requests made. */
  made: number;
}

/** Each verb as a user of the transport calls it. */
const VERBS: Record<string, (erp: Transport) => Promise<unknown>> = {
  list: (erp) => erp.send({ method: 'GET', path: ENTITY }),
  one: (erp) => erp.send({ method: 'GET', path: `${ENTITY}/1` }),
  keyed: (erp) => erp.send({ method: 'PUT', path: ENTITY, json: RECORD, idempotent: true }),
  unkeyed: (erp) => erp.send({ method: 'PUT', path: ENTITY, json: {} }),
  delete: (erp) => erp.send({ method: 'DELETE', path: `${ENTITY}/1` }),
  action: (erp) => erp.invoke(`${ENTITY}/Release`, { entity: RECORD }),
  upload: (erp) => erp.upload(`${ENTITY}/1/files/a.txt`, Buffer.from('bytes')),
  download: async (erp) => {
    for await (const chunk of await erp.download('/entity/Default/24.200.001/files/1')) void chunk;
  },
};

type Fault = (response: ServerResponse, serve: (response: ServerResponse) => void) => void;

const status =
  (code: number, body = '', headers: Record<string, string> = {}): Fault =>
  (response) =>
    void response.writeHead(code, headers).end(body);
const exception = (type: string, message = 'Boom'): Fault =>
  status(500, JSON.stringify({ message: 'An error has occurred.', exceptionMessage: message, exceptionType: type }), {
    'Content-Type': 'application/json',
  });
/** The server does as asked, and its answer is lost in some way. */
const done =
  (answer: (response: ServerResponse) => void): Fault =>
  (response, serve) => {
    const muted = { writeHead: () => muted, end: () => muted } as unknown as ServerResponse;
    serve(muted);
    answer(response);
  };

/** Cookies of sessions that the site has ended. */
const ended = new Set<string>();

const FAULTS: Record<string, Fault> = {
  'reset before it was done': (response) => response.socket?.resetAndDestroy(),
  'reset after it was done': done((response) => response.socket?.resetAndDestroy()),
  'half an answer': done((response) => {
    response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': '100' }).write('[{"id":');
    setTimeout(() => response.destroy(), 10);
  }),
  'no answer in time': done(() => undefined),
  'a 401, since the session has ended': (response) => {
    ended.add(response.req.headers.cookie ?? '');
    response.writeHead(401).end();
  },
  'a 401 of a session that lives': done((response) => response.writeHead(401).end()),
  'a 302 to the error page of endpoints': status(302, '', { Location: '/ui/error' }),
  'a 302 to another error page': done((response) =>
    response.writeHead(302, { Location: '/Frames/Error.aspx?message=Timeout' }).end(),
  ),
  'a 403 of a proxy': done((response) => response.writeHead(403).end('<html><title>Blocked</title></html>')),
  'a 408': done((response) => response.writeHead(408).end()),
  'a 429': status(429, 'The custom error module does not recognize this error.'),
  'a 429 with Retry-After': status(429, '', { 'Retry-After': '0.02' }),
  'a 502 page': done((response) =>
    response.writeHead(502, { 'Content-Type': 'text/html' }).end('<html><title>Bad Gateway</title></html>'),
  ),
  'a 503': status(503),
  'a 500 page': done((response) => response.writeHead(500).end('<html><title>Runtime Error</title></html>')),
  'a 524': done((response) => response.writeHead(524).end('<html><title>A timeout occurred</title></html>')),
  'JSON of a gateway': done((response) => response.writeHead(500).end('{"message":"upstream failed"}')),
  'a PXException': exception('PX.Data.PXException'),
  'a missing record': exception('PX.Api.ContractBased.NoEntitySatisfiesTheConditionException'),
  'a list that cannot be optimised': exception('PX.Api.ContractBased.OptimizedExport.CannotOptimizeException'),
  'an entity with errors': exception('PX.Api.ContractBased.OutcomeEntityHasErrorsException'),
  'missing preferences': exception('PX.Data.PXSetupNotEnteredException'),
  'an unknown field': exception('System.Collections.Generic.KeyNotFoundException'),
  'an empty 200': done((response) => response.writeHead(200).end()),
  'JSON that is none': done((response) =>
    response.writeHead(200, { 'Content-Type': 'application/json' }).end('{"id":'),
  ),
  'a page with 200': done((response) =>
    response.writeHead(200, { 'Content-Type': 'text/html' }).end('<html><title>Hotel</title></html>'),
  ),
  'gzip that is broken': done((response) => {
    const packed = gzipSync(JSON.stringify([RECORD, RECORD]));
    packed.fill(0xff, 10, 20);
    response.writeHead(200, { 'Content-Encoding': 'gzip', 'Content-Type': 'application/json' }).end(packed);
  }),
};

/**
 * What comes of it: `ok` or the error class without its `Acumatica…Error`, and the requests that the server saw. A write without id or keys
 * and an action are never sent twice once their bytes have left; after a 401 a read asks whether the session lives.
 */
const TABLE: [fault: string, ...cells: string[]][] = [
  // list, one, keyed, unkeyed, delete, action, upload, download
  ['reset before it was done', 'ok 2', 'ok 2', 'ok 2', 'Ambiguous 1', 'ok 2', 'Ambiguous 1', 'Ambiguous 1', 'ok 2'],
  ['reset after it was done', 'ok 2', 'ok 2', 'ok 2', 'Ambiguous 1', 'ok 2', 'Ambiguous 1', 'Ambiguous 1', 'ok 2'],
  ['half an answer', 'ok 2', 'ok 2', 'ok 2', 'Ambiguous 1', 'ok 2', 'Ambiguous 1', 'Ambiguous 1', 'Connection 1'],
  ['no answer in time', 'ok 2', 'ok 2', 'ok 2', 'Ambiguous 1', 'ok 2', 'Ambiguous 1', 'Ambiguous 1', 'ok 2'],
  ['a 401, since the session has ended', 'ok 2', 'ok 2', 'ok 3', 'ok 3', 'ok 3', 'ok 3', 'ok 3', 'ok 2'],
  [
    'a 401 of a session that lives',
    'ok 2',
    'ok 2',
    'Ambiguous 2',
    'Ambiguous 2',
    'Ambiguous 2',
    'Ambiguous 2',
    'Ambiguous 2',
    'ok 2',
  ],
  [
    'a 302 to the error page of endpoints',
    'Server 1',
    'Server 1',
    'Server 1',
    'Server 1',
    'Server 1',
    'Server 1',
    'Server 1',
    'Server 1',
  ],
  [
    'a 302 to another error page',
    'Server 1',
    'Server 1',
    'Ambiguous 1',
    'Ambiguous 1',
    'Ambiguous 1',
    'Ambiguous 1',
    'Ambiguous 1',
    'Server 1',
  ],
  [
    'a 403 of a proxy',
    'Auth 1',
    'Auth 1',
    'Ambiguous 1',
    'Ambiguous 1',
    'Ambiguous 1',
    'Ambiguous 1',
    'Ambiguous 1',
    'Auth 1',
  ],
  ['a 408', 'ok 2', 'ok 2', 'ok 2', 'Ambiguous 1', 'ok 2', 'Ambiguous 1', 'Ambiguous 1', 'ok 2'],
  ['a 429', 'ok 2', 'ok 2', 'ok 2', 'RateLimit 1', 'ok 2', 'RateLimit 1', 'RateLimit 1', 'ok 2'],
  ['a 429 with Retry-After', 'ok 2', 'ok 2', 'ok 2', 'Ambiguous 1', 'ok 2', 'Ambiguous 1', 'Ambiguous 1', 'ok 2'],
  ['a 502 page', 'ok 2', 'ok 2', 'ok 2', 'Ambiguous 1', 'ok 2', 'Ambiguous 1', 'Ambiguous 1', 'ok 2'],
  ['a 503', 'ok 2', 'ok 2', 'ok 2', 'Ambiguous 1', 'ok 2', 'Ambiguous 1', 'Ambiguous 1', 'ok 2'],
  [
    'a 500 page',
    'Server 1',
    'Server 1',
    'Ambiguous 1',
    'Ambiguous 1',
    'Ambiguous 1',
    'Ambiguous 1',
    'Ambiguous 1',
    'Server 1',
  ],
  ['a 524', 'ok 2', 'ok 2', 'ok 2', 'Ambiguous 1', 'ok 2', 'Ambiguous 1', 'Ambiguous 1', 'ok 2'],
  [
    'JSON of a gateway',
    'Server 1',
    'Server 1',
    'Ambiguous 1',
    'Ambiguous 1',
    'Ambiguous 1',
    'Ambiguous 1',
    'Ambiguous 1',
    'Server 1',
  ],
  [
    'a PXException',
    'Server 1',
    'Server 1',
    'BusinessRule 1',
    'BusinessRule 1',
    'BusinessRule 1',
    'BusinessRule 1',
    'BusinessRule 1',
    'Server 1',
  ],
  [
    'a missing record',
    'NotFound 1',
    'NotFound 1',
    'NotFound 1',
    'NotFound 1',
    'NotFound 1',
    'NotFound 1',
    'NotFound 1',
    'NotFound 1',
  ],
  [
    'a list that cannot be optimised',
    'CannotOptimize 1',
    'CannotOptimize 1',
    'Ambiguous 1',
    'Ambiguous 1',
    'Ambiguous 1',
    'Ambiguous 1',
    'Ambiguous 1',
    'CannotOptimize 1',
  ],
  [
    'an entity with errors',
    'BusinessRule 1',
    'BusinessRule 1',
    'BusinessRule 1',
    'BusinessRule 1',
    'BusinessRule 1',
    'BusinessRule 1',
    'BusinessRule 1',
    'BusinessRule 1',
  ],
  [
    'missing preferences',
    'Server 1',
    'Server 1',
    'Server 1',
    'Server 1',
    'Server 1',
    'Server 1',
    'Server 1',
    'Server 1',
  ],
  [
    'an unknown field',
    'Server 1',
    'Server 1',
    'Ambiguous 1',
    'Ambiguous 1',
    'Ambiguous 1',
    'Ambiguous 1',
    'Ambiguous 1',
    'Server 1',
  ],
  [
    'an empty 200',
    'Server 1',
    'Server 1',
    'Ambiguous 1',
    'Ambiguous 1',
    'Ambiguous 1',
    'Ambiguous 1',
    'Ambiguous 1',
    'ok 1',
  ],
  [
    'JSON that is none',
    'Server 1',
    'Server 1',
    'Ambiguous 1',
    'Ambiguous 1',
    'Ambiguous 1',
    'Ambiguous 1',
    'Ambiguous 1',
    'ok 1',
  ],
  [
    'a page with 200',
    'Server 1',
    'Server 1',
    'Ambiguous 1',
    'Ambiguous 1',
    'Ambiguous 1',
    'Ambiguous 1',
    'Ambiguous 1',
    'ok 1',
  ],
  ['gzip that is broken', 'ok 2', 'ok 2', 'ok 2', 'Ambiguous 1', 'ok 2', 'Ambiguous 1', 'Ambiguous 1', 'Connection 1'],
];

const CELLS = TABLE.flatMap(([fault, ...cells]) =>
  Object.keys(VERBS).map((verb, index) => [verb, fault, cells[index] ?? ''] as const),
);

const sites: Site[] = [];

afterEach(async () => {
  for (const site of sites.splice(0)) await site.close();
  ended.clear();
});

it('has a row for each fault and a cell for each verb', () => {
  expect(TABLE.map(([fault]) => fault)).toEqual(Object.keys(FAULTS));
  expect(CELLS.every(([, , cell]) => cell !== '')).toBe(true);
});

it.each(CELLS)('%s meets %s: %s', async (verb, fault, expected) => {
  const site = await startSite(FAULTS[fault]);
  const erp = openTransport(site.url, { timeoutMs: 300 });
  await erp.signIn();
  const outcome = await outcomeOf((VERBS[verb] as (erp: Transport) => Promise<unknown>)(erp));
  const requests = site.log.filter((line) => !line.includes('/auth/')).length;
  await erp.close();
  expect(`${outcome} ${requests}`).toBe(expected);
  expect(site.made).toBeLessThanOrEqual(1);
  expect(site.seats.size).toBe(0);
});

it.each(Object.keys(VERBS))('%s is sent once where the first connections were refused', async (verb) => {
  const site = await startSite(undefined);
  const port = Number(new URL(site.url).port);
  const erp = openTransport(site.url, {
    retry: { attempts: 10, baseDelayMs: 20, maxDelayMs: 20, random: () => 0.99 },
    hooks: { onRetry: ({ attempt }) => void (attempt === 2 && site.server.listen(port, '127.0.0.1')) },
  });
  await erp.signIn();
  await site.close();
  // The idle connection must be seen to be closed; a request on one that breaks just then may have arrived.
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(await outcomeOf((VERBS[verb] as (erp: Transport) => Promise<unknown>)(erp))).toBe('ok');
  expect(erp.stats().retries).toBeGreaterThanOrEqual(2);
  expect(site.log.filter((line) => !line.includes('/auth/'))).toHaveLength(1);
  await erp.close();
  expect(site.seats.size).toBe(0);
});

async function outcomeOf(promise: Promise<unknown>): Promise<string> {
  return promise.then(
    () => 'ok',
    (error: Error) => error.name.replace(/^Acumatica|(Outcome)?Error$/g, ''),
  );
}

async function startSite(fault: Fault | undefined): Promise<Site> {
  let first = true;
  let exists = true;
  const erp = await startMiniErp((request, response) => {
    const serve = (response: ServerResponse): void => {
      const action = request.method === 'POST';
      if (action || (request.method === 'PUT' && request.body.toString() === '{}')) site.made += 1;
      if (request.method === 'DELETE' && !exists)
        return exception('PX.Api.ContractBased.NoEntitySatisfiesTheConditionException')(response, serve);
      if (request.method === 'DELETE') exists = false;
      if (request.method === 'DELETE' || action || request.url?.includes('/files/a')) response.writeHead(204).end();
      else response.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify(RECORD));
    };
    if (ended.has(request.headers.cookie ?? '')) return void response.writeHead(401).end();
    const now = first && fault;
    first = false;
    if (now) now(response, serve);
    else serve(response);
  });
  const site: Site = Object.assign(erp, { made: 0 });
  sites.push(site);
  return site;
}
