import { startSimulator } from '../../src/index.js';
import type { Simulator } from '../../src/index.js';
import { jarOf, speak } from '../support/speak.js';
import type { Spoken } from '../support/speak.js';

let simulator: Simulator;
beforeEach(async () => {
  simulator = await startSimulator({ tenants: ['Company', 'Second & Co'] });
});
afterEach(() => simulator.close());

const credentials = '{"name":"admin","password":"admin-secret","tenant":"Company"}';
const say = (head: readonly string[], body = ''): Promise<Spoken> => speak(simulator.url, head, body);
const measured = (head: readonly string[], body: string): Promise<Spoken> =>
  say([...head, `Content-Length: ${Buffer.byteLength(body)}`], body);
const json = 'Content-Type: application/json';
const signIn = (): Promise<Spoken> => measured(['POST /entity/auth/login HTTP/1.1', 'Host: erp', json], credentials);
const read = async (cookie: string): Promise<number> =>
  (await say(['GET /entity/Default/24.200.001/Customer/ABARTENDE HTTP/1.1', 'Host: erp', `Cookie: ${cookie}`])).status;
/** A body in one chunk, as streams are sent. */
const chunked = (text: string): string => `${Buffer.byteLength(text).toString(16)}\r\n${text}\r\n0\r\n\r\n`;

describe('a caller that', () => {
  it('sends credentials as a form and the whole jar back', async () => {
    const head = ['POST /entity/auth/login HTTP/1.1', 'Host: 127.0.0.1:8080', 'User-Agent: curl/7.88.1', 'Accept: */*'];
    const answer = await measured(
      [...head, 'Content-Type: application/x-www-form-urlencoded'],
      'name=admin&password=admin-secret&tenant=Second%20%26%20Co',
    );
    expect([answer.status, answer.body.length, await read(jarOf(answer))]).toEqual([204, 0, 200]);
    expect(simulator.sessions().map(({ tenant }) => tenant)).toEqual(['Second & Co']);
  });

  it('sends cookies back with path, expiry and all, as they were set', async () => {
    const jar = (await signIn()).headers.get('set-cookie')?.join('; ') ?? '';
    expect(jar).toContain('; path=/; HttpOnly; ');
    expect(await read(jar)).toBe(200);
  });

  it('picks ticket and session out of the text of all cookies and makes the others up', async () => {
    const text = (await signIn()).headers.get('set-cookie')?.join(' ') ?? '';
    const trace = /requeststat=\+st:\w+\+sc:~(\/\w+)+\+start:\w+\+tg:/;
    const picked = [/.ASPXAUTH=\w+/, /ASP.NET_SessionId=\w+/, /requestid=\w+/, trace].map(
      (pattern) => pattern.exec(text)?.[0],
    );
    expect(picked).not.toContain(undefined);
    expect(await read(['UserBranch=', 'Locale=TimeZone=GMTM0500G&Culture=en-US', ...picked].join('; '))).toBe(200);
  });

  it('writes the names of its credentials in any case', async () => {
    const body = '{"Name":"admin","Password":"admin-secret","Company":"second & co"}';
    const answer = await measured(['POST /entity/auth/login HTTP/1.1', 'Host: erp', json], body);
    expect(answer.status).toBe(204);
  });

  it('asks first whether the body is welcome (.NET Framework, Java, curl)', async () => {
    const head = ['POST /entity/auth/login HTTP/1.1', 'Host: erp', json, 'Expect: 100-continue'];
    const answer = await measured(head, credentials);
    expect([answer.text.startsWith('HTTP/1.1 100 Continue'), answer.status]).toEqual([true, 204]);
  });

  it('streams bodies in chunks, also the empty one of its sign-out (.NET JsonContent, Java streams)', async () => {
    const streamed = ['Host: erp', 'Content-Type: application/json; charset=utf-8', 'Transfer-Encoding: chunked'];
    const answer = await say(['POST /entity/auth/login HTTP/1.1', ...streamed], chunked(credentials));
    expect(answer.status).toBe(204);
    const out = ['POST /entity/auth/logout HTTP/1.1', ...streamed, `Cookie: ${jarOf(answer)}`];
    expect([(await say(out, '0\r\n\r\n')).status, simulator.sessions()]).toEqual([204, []]);
  });

  it.each([
    ['an empty body', ''],
    ['an empty object', '{}'],
  ])('signs out with %s', async (_case, body) => {
    const cookie = `Cookie: ${jarOf(await signIn())}`;
    const answer = await measured(['POST /entity/auth/logout HTTP/1.1', 'Host: erp', json, cookie], body);
    expect([answer.status, simulator.sessions()]).toEqual([204, []]);
  });

  it('says nothing of the length of its sign-out keeps its seat', async () => {
    const cookie = `Cookie: ${jarOf(await signIn())}`;
    const answer = await say(['POST /entity/auth/logout HTTP/1.1', 'Host: erp', cookie]);
    expect([answer.status, simulator.sessions().length]).toEqual([411, 1]);
  });

  it('makes sure of its tenant by the page for people, which alone tells it', async () => {
    const tenantOf = async (cookie: string): Promise<string | undefined> => {
      const { body } = await say(['GET /Frames/Login.aspx HTTP/1.1', 'Host: erp', `Cookie: ${cookie}`]);
      return /id="txtSingleCompany" value="([^"]*)"/.exec(body.toString())?.[1];
    };
    const second = '{"name":"admin","password":"admin-secret","tenant":"Second & Co"}';
    const answer = await measured(['POST /entity/auth/login HTTP/1.1', 'Host: erp', json], second);
    expect(await tenantOf(jarOf(answer))).toBe('Second &#38; Co');
    expect(await tenantOf('a=b')).toBeUndefined();
  });
});
