import { startSimulator } from '../../src/index.js';
import type { SimulatorOptions } from '../../src/index.js';
import { signIn, signedIn } from '../support/signed-in.js';
import type { RawAnswer } from '../support/raw-request.js';

const stackOf = async (
  options: SimulatorOptions,
  ask: (simulator: Awaited<ReturnType<typeof startSimulator>>) => Promise<RawAnswer>,
): Promise<string> => {
  await using simulator = await startSimulator(options);
  return ((await ask(simulator)).json as { stackTrace: string }).stackTrace;
};

describe('§12 the stack of an error', () => {
  it('leads to the sign-in where that was refused', async () => {
    const stack = await stackOf({}, (simulator) => signIn(simulator, { password: 'no' }));
    expect(stack).toMatch(/^ {3}at PX\.Data\.PXLogin\.PX\.Data\.IPXLogin\.LoginUser\(/);
  });

  it('§2.3 leads to the check of the licence where no seat is free', async () => {
    const stack = await stackOf({ limits: { seats: 0 } }, (simulator) => signIn(simulator));
    expect(stack).toContain('PX.LicensePolicy.PXLicensePolicy.CheckApiUsersLimits(');
  });

  it('leads to the records where a record was refused', async () => {
    const stack = await stackOf({}, async (simulator) => (await signedIn(simulator)).get('Customer/NOPE'));
    expect([stack.includes('ContractBasedController'), stack.includes('Login')]).toEqual([true, false]);
  });

  it('leads to the optimised lists where one cannot be read', async () => {
    const stack = await stackOf({ cannotOptimize: { Customer: ['Terms'] } }, async (simulator) =>
      (await signedIn(simulator)).get('Customer'),
    );
    expect(stack).toContain('NotWorkingOptimizedExportProvider');
  });
});
