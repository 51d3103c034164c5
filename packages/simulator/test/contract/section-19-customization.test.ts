import { startSimulator } from '../../src/index.js';
import type { Simulator, SimulatorOptions } from '../../src/index.js';
import { rawRequest } from '../support/raw-request.js';
import { signedIn } from '../support/signed-in.js';
import type { Caller } from '../support/signed-in.js';

let simulator: Simulator;
let caller: Caller;
const start = async (options: SimulatorOptions = {}, credentials: Record<string, unknown> = {}): Promise<void> => {
  simulator = await startSimulator(options);
  caller = await signedIn(simulator, credentials);
};
afterEach(() => simulator.close());

interface Told {
  readonly log: readonly { readonly timestamp: string; readonly logType: string; readonly message: string }[];
  readonly isCompleted?: boolean;
  readonly isFailed?: boolean;
  readonly projects?: readonly { readonly name: string }[];
  readonly projectContentBase64?: string;
}
const call = async (name: string, body: object | undefined = {}): Promise<Told> => {
  const { status, json } = await caller.send('POST', `/CustomizationApi/${name}`, body);
  expect(status).toBe(200);
  return json as Told;
};
const errors = ({ log }: Told): string[] =>
  log.filter(({ logType }) => logType === 'error').map(({ message }) => message);
const projectContentBase64 = Buffer.from('PK\u0003\u0004package').toString('base64');
const sent = (projectName: string, more: object = {}): object => ({ projectName, projectContentBase64, ...more });

describe('§19 the customization API', () => {
  it('takes a package, publishes it step by step, shows it, unpublishes and deletes it', async () => {
    await start({ customization: { polls: 2 } });
    expect(errors(await call('import', sent('Shop', { projectLevel: 1, projectDescription: 'A shop' })))).toEqual([]);
    const begun = await call('publishBegin', { projectNames: ['Shop'], tenantMode: 'Current' });
    expect(begun.log.map(({ logType, message }) => [logType, message])).toEqual([
      ['information', 'Publishing has started.'],
    ]);
    expect(begun.log[0]?.timestamp).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{7}Z$/);
    const steps = [await call('publishEnd'), await call('publishEnd'), await call('publishEnd')];
    expect(steps.map(({ isCompleted, isFailed }) => [isCompleted, isFailed])).toEqual([
      [false, false],
      [false, false],
      [true, false],
    ]);
    expect(steps[2]?.log.length).toBeGreaterThan(steps[0]?.log.length ?? Infinity);
    expect((await call('getPublished')).projects).toEqual([{ name: 'Shop' }]);
    expect((await call('getProject', { projectName: 'shop' })).projectContentBase64).toBe(projectContentBase64);
    expect(errors(await call('delete', { projectName: 'Shop' }))).toEqual([expect.stringContaining('published')]);
    expect(errors(await call('unpublishAll', { tenantMode: 'Current' }))).toEqual([]);
    expect(errors(await call('delete', { projectName: 'Shop' }))).toEqual([]);
    expect(errors(await call('getProject', { projectName: 'Shop' }))).toEqual([expect.stringContaining('not found')]);
  });

  it('answers with 200 whatever goes wrong, and tells it in the log alone', async () => {
    await start({ customization: { projects: { Old: {} } } });
    expect(errors(await call('publishBegin', { projectNames: ['Nope'] }))).toHaveLength(1);
    expect(errors(await call('publishBegin', {}))).toHaveLength(1);
    expect(errors(await call('publishEnd'))).toHaveLength(1);
    expect(errors(await call('delete', { projectName: 'Nope' }))).toHaveLength(1);
    expect(errors(await call('import', sent('A_B')))).toEqual([expect.stringContaining('name')]);
    expect(errors(await call('import', { projectName: 'Good', projectContentBase64: 'AAAA' }))).toHaveLength(1);
    expect(errors(await call('import', sent('Old')))).toEqual([expect.stringContaining('already exists')]);
    expect(errors(await call('import', sent('Old', { isReplaceIfExists: true })))).toEqual([]);
  });

  it('tells that a package does not compile, and publishes nothing of it', async () => {
    await start({
      customization: {
        projects: { Good: { published: true }, Bad: { failWith: 'Shop.cs(3): error CS1002: ; expected' } },
        polls: 0,
      },
    });
    await call('publishBegin', { projectNames: ['Bad'], isMergeWithExistingPackages: true });
    expect(errors(await call('publishBegin', { projectNames: ['Good'] }))).toEqual([
      expect.stringContaining('in progress'),
    ]);
    const end = await call('publishEnd');
    expect([end.isCompleted, end.isFailed, errors(end)[0]]).toEqual([
      false,
      true,
      'Shop.cs(3): error CS1002: ; expected',
    ]);
    expect((await call('getPublished')).projects).toEqual([{ name: 'Good' }]);
  });

  it('publishes beside others or in their place, or only validates', async () => {
    await start({ customization: { projects: { A: { published: true }, B: {}, C: {} }, polls: 0 } });
    const published = async (body: object): Promise<unknown> => {
      await call('publishBegin', body);
      await call('publishEnd');
      return (await call('getPublished')).projects?.map(({ name }) => name);
    };
    expect(await published({ projectNames: ['B'], isMergeWithExistingPackages: true })).toEqual(['A', 'B']);
    expect(await published({ projectNames: ['C'], isOnlyValidation: true })).toEqual(['A', 'B']);
    expect(await published({ ProjectNames: ['C'] })).toEqual(['C']);
  });

  it('tells in so many words that nothing is published, without a list of projects', async () => {
    await start();
    const told = await call('GetPublished', undefined);
    expect(Object.keys(told)).toEqual(['log']);
    expect(told.log[0]?.message).toBe('The system does not contain published projects');
  });

  it('publishes in the tenant of the session, in all, or in those of a list', async () => {
    await start(
      { tenants: ['One', 'Two', 'Three'], customization: { projects: { A: {} }, polls: 0 } },
      { tenant: 'One' },
    );
    const where = async (): Promise<number[]> =>
      Promise.all(
        ['One', 'Two', 'Three'].map(async (tenant) => {
          const session = await signedIn(simulator, { tenant });
          return (
            ((await session.send('POST', '/CustomizationApi/getPublished', {})).json as Told).projects?.length ?? 0
          );
        }),
      );
    const publish = async (more: object): Promise<number[]> => {
      expect(errors(await call('publishBegin', { projectNames: ['A'], ...more }))).toEqual([]);
      await call('publishEnd');
      return where();
    };
    expect(await publish({ tenantMode: 'Current' })).toEqual([1, 0, 0]);
    expect(await publish({ tenantMode: 'List', tenantLoginNames: ['Three'] })).toEqual([1, 0, 1]);
    expect(await publish({ tenantMode: 'All' })).toEqual([1, 1, 1]);
    expect(errors(await call('publishBegin', { projectNames: ['A'], tenantMode: 'List' }))).toHaveLength(1);
    await call('unpublishAll', { tenantMode: 'All' });
    expect(await where()).toEqual([0, 0, 0]);
  });

  it('is for those who may customize, who are signed in, and by POST', async () => {
    const users = [{ name: 'clerk', password: 'clerk-secret', rights: { SM204505: 'read' } as const }];
    await start({ users }, { name: 'clerk', password: 'clerk-secret' });
    const ask = async (method: string, name: string): Promise<number> =>
      (await caller.send(method, `/CustomizationApi/${name}`, {})).status;
    expect([await ask('POST', 'getPublished'), await ask('GET', 'getPublished'), await ask('POST', 'nothing')]).toEqual(
      [403, 405, 404],
    );
    expect((await rawRequest(simulator.url, 'POST', '/CustomizationApi/getPublished', { body: '{}' })).status).toBe(
      401,
    );
  });
});
