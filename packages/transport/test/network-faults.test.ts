import { AcumaticaAmbiguousOutcomeError, AcumaticaConnectionError } from '@acurecord/errors';
import nock from 'nock';
import { failureOf, openTransport } from './open-transport.js';

/** Faults of the network below a socket, which no server of a test can show: names, routes, certificates. */

const SITE = 'http://erp.example';
const WRITE = { method: 'PUT', path: '/entity/Default/24.200.001/SalesOrder', json: {} } as const;

const fault = (code: string): Error => Object.assign(new Error(`simulated ${code}`), { code });

beforeEach(() => {
  nock.disableNetConnect();
  nock(SITE).persist().post('/entity/auth/login').reply(204, '', { 'Set-Cookie': '.ASPXAUTH=a; path=/' });
  nock(SITE).persist().post('/entity/auth/logout').reply(204);
});

afterEach(() => {
  nock.cleanAll();
  nock.enableNetConnect();
});

afterAll(() => nock.restore());

it.each(['ENOTFOUND', 'EAI_AGAIN', 'ECONNREFUSED', 'ENETUNREACH', 'EHOSTUNREACH'])(
  'sends a write again after %s, since no byte of it left',
  async (code) => {
    nock(SITE).put(WRITE.path).replyWithError(fault(code));
    nock(SITE).put(WRITE.path).reply(200, { id: '1' });
    const transport = openTransport(SITE);
    expect((await transport.send(WRITE)).body).toEqual({ id: '1' });
    await transport.close();
  },
);

it.each(['ECONNRESET', 'EPIPE', 'ETIMEDOUT'])('does not send a write again after %s, and says so', async (code) => {
  nock(SITE).put(WRITE.path).replyWithError(fault(code));
  const second = nock(SITE).put(WRITE.path).reply(200, { id: '2' });
  const transport = openTransport(SITE);
  expect(AcumaticaAmbiguousOutcomeError.is(await failureOf(transport.send(WRITE)))).toBe(true);
  expect(second.isDone()).toBe(false);
  await transport.close();
});

it('gives up on a name that never resolves, without a status', async () => {
  nock(SITE).persist().get('/entity').replyWithError(fault('ENOTFOUND'));
  const transport = openTransport(SITE);
  const error = await failureOf(transport.send({ method: 'GET', path: '/entity' }));
  expect(AcumaticaConnectionError.is(error)).toBe(true);
  expect(error.status).toBeUndefined();
  await transport.close();
});
