import { createTransport, passwordSignIn } from '../src/index.js';
import { startMiniErp } from './mini-erp.js';

it('signs in once, sends, and gives the seat back', async () => {
  const erp = await startMiniErp((_q, r) => void r.setHeader('content-type', 'application/json').end('{"a":1}'));
  const t = createTransport({ baseUrl: erp.url, auth: passwordSignIn({ username: 'a', password: 'b' }) });
  const [a] = await Promise.all([
    t.send({ method: 'GET', path: '/entity' }),
    t.send({ method: 'GET', path: '/entity' }),
  ]);
  expect(a.body).toEqual({ a: 1 });
  expect(erp.seats.size).toBe(1);
  await t.close();
  expect(erp.seats.size).toBe(0);
  expect(erp.log).toEqual(['POST /entity/auth/login', 'GET /entity', 'GET /entity', 'POST /entity/auth/logout']);
  await erp.close();
});
