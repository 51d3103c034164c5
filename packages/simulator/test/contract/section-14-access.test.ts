import { rawRequest } from '../support/raw-request.js';
import { withCaller } from '../support/with-caller.js';
import { application, token } from '../support/application.js';

test(
  '§14 the root of tables has an older alias, and the older root of inquiries speaks version 3',
  withCaller(
    async ({ caller }) => {
      const table = await caller.send('GET', '/odatav4/Company/PX_Objects_AR_Customer?$top=1');
      expect(table.json).toHaveProperty(['@odata.context']);
      const inquiry = await caller.send('GET', '/odata/Company/Customers?$top=1');
      expect(inquiry.json).toHaveProperty(['odata.metadata']);
    },
    { release: '23R2' },
  ),
);

test(
  '§14 name and password take no seat of the API, a token takes one',
  withCaller(
    async ({ simulator }) => {
      const ask = async (Authorization: string): Promise<number> =>
        (
          await rawRequest(simulator.url, 'GET', '/t/Company/api/odata/gi/Customers?$top=1', {
            headers: { Authorization },
          })
        ).status;
      const basic = `Basic ${Buffer.from('admin:admin-secret').toString('base64')}`;
      expect([await ask(basic), await ask(basic)]).toEqual([200, 200]);
      const seats = (): number => simulator.sessions().filter(({ kind }) => kind !== 'basic').length;
      expect(seats()).toBe(1);
      const { access_token } = (await token(simulator.url, { client_secret: 's' })).json as { access_token: string };
      expect(await ask(`Bearer ${access_token}`)).toBe(200);
      expect(seats()).toBe(2);
    },
    { applications: [application], limits: { seats: 2 } },
  ),
);
