import { useSimulator } from '../../src/testing/index.js';
import { signedIn } from '../support/signed-in.js';

const erp = useSimulator({ data: { Customer: [{ CustomerID: 'ALPHA' }] } });

describe('useSimulator', () => {
  it('gives each test the data of the start', async () => {
    const caller = await signedIn(erp.simulator);
    erp.simulator.store.delete('Customer', 'ALPHA');
    expect((await caller.get('Customer')).json).toEqual([]);
    await caller.signOut();
  });

  it('and the next one as well', async () => {
    const caller = await signedIn(erp.simulator);
    expect((await caller.get('Customer')).json).toHaveLength(1);
    await caller.signOut();
  });
});
