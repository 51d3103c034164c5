import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Problem } from '../contract/index.js';
import { useDesk } from './support/use-desk.js';

const folder = mkdtempSync(join(tmpdir(), 'order-desk-'));
mkdirSync(join(folder, 'assets'));
writeFileSync(join(folder, 'index.html'), '<!doctype html><title>Order Desk</title>');
writeFileSync(join(folder, 'assets/main-1a2b.js'), 'console.log(1)');
afterAll(() => rmSync(folder, { recursive: true }));

const { get } = useDesk({ pages: folder, host: '0.0.0.0' });

it.each(['/', '/orders', '/orders/SO/000123', '/customers?q=bar'])('opens the app at %s', async (path) => {
  const { status, text, headers } = await get(path);
  expect(status).toBe(200);
  expect(text).toContain('<title>Order Desk</title>');
  expect(headers).toMatchObject({ 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-cache' });
  expect(headers['content-security-policy']).toContain("default-src 'self'");
});

it('keeps built files for good, since their names change with their content', async () => {
  const { status, headers } = await get('/assets/main-1a2b.js');
  expect(status).toBe(200);
  expect(headers['cache-control']).toBe('public, max-age=31536000, immutable');
  expect(headers['content-type']).toContain('javascript');
});

it.each(['/assets/gone.js', '/favicon.ico', '/api/nothing', '/..%2f..%2fpackage.json', '/assets/../../package.json'])(
  'has no %s, and does not take it for a page',
  async (path) => {
    const { status, body } = await get<Problem>(path);
    expect(status).toBe(404);
    expect(body.type).toBe('/problems/not-found');
  },
);

it('answers, where it is open to the network, to addresses and to its own name, and to no other', async () => {
  for (const host of ['192.168.0.7:3000', '[fe80::1]:3000', hostname(), 'localhost'])
    expect((await get('/api/session', { host })).status).toBe(200);
  for (const host of ['evil.example', '192.168.0.7.evil.example'])
    expect((await get('/api/session', { host })).status).toBe(403);
});
