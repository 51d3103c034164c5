import { startSimulator } from '../../src/index.js';
import { application, token } from '../support/application.js';
import { endpointPath, signIn } from '../support/signed-in.js';

/** What a client does that follows redirects by itself, as those of Python and of browsers do. */
const follow = async (url: string, accessToken: string): Promise<readonly [number, string, string]> => {
  const answer = await fetch(`${url}${endpointPath}/Customer`, { headers: { Authorization: `Bearer ${accessToken}` } });
  return [answer.status, answer.headers.get('content-type') ?? '', await answer.text()];
};

describe('a caller that follows redirects', () => {
  it('takes the page about a full house for a success: only its kind gives it away', async () => {
    await using simulator = await startSimulator({ limits: { seats: 1 }, applications: [application] });
    await signIn(simulator);
    const { access_token: accessToken } = (await token(simulator.url, { client_secret: 's' })).json as Record<
      string,
      string
    >;
    const [status, type, page] = await follow(simulator.url, accessToken ?? '');
    expect([status, type]).toEqual([200, 'text/html; charset=utf-8']);
    expect(page).toContain('The number of concurrent API logins');
  });

  it('takes the page about a broken endpoint for a success', async () => {
    await using simulator = await startSimulator({
      site: '/AcumaticaERP',
      brokenTenants: ['Company'],
      applications: [application],
    });
    const { access_token: accessToken } = (await token(simulator.url, { client_secret: 's' })).json as Record<
      string,
      string
    >;
    expect(await follow(simulator.url, accessToken ?? '')).toEqual([
      200,
      'text/html; charset=utf-8',
      expect.stringContaining('An error has occurred.'),
    ]);
  });

  it('is shown what it said as text, not as markup', async () => {
    await using simulator = await startSimulator();
    const page = await (await fetch(`${simulator.url}/Frames/Error.aspx?message=%3Cscript%3E`)).text();
    expect([page.includes('<script>'), page.includes('&#60;script&#62;')]).toEqual([false, true]);
  });
});
