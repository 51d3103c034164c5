import { startSimulator } from '../../src/index.js';
import type { SimulatorOptions } from '../../src/index.js';
import { nearName } from '../../src/options/near-name.js';

/** Options as plain JavaScript gives them, which no compiler has looked at. */
const started = async (options: unknown): Promise<string> => {
  try {
    await using simulator = await startSimulator(options as SimulatorOptions);
    return simulator.url;
  } catch (error) {
    return (error as Error).message;
  }
};

describe('startSimulator refuses', () => {
  it.each([
    [{ user: [] }, 'has no option "user". Did you mean "users"?'],
    [{ users: [{ username: 'a', password: 'b' }] }, 'no option "users[0].username". Did you mean "name"?'],
    [{ limits: { seat: 1 } }, 'no option "limits.seat". Did you mean "seats"?'],
    [{ assume: { orderby: 'apply' } }, 'no option "assume.orderby". Did you mean "orderBy"?'],
    [{ features: { subitem: false } }, 'no option "features.subitem". Did you mean "subItems"?'],
    [{ tenants: ['A', { nmae: 'B' }] }, 'no option "tenants[1].nmae". Did you mean "name"?'],
    [{ numbering: { Case: { nxet: 4 } } }, 'no option "numbering.Case.nxet". Did you mean "next"?'],
    [{ actions: { Release: { fail: 'x' } } }, 'no option "actions.Release.fail". Did you mean "failWith"?'],
    [{ inquiries: { A: { columns: { B: { typ: 'Int' } }, rows: [] } } }, 'no option "inquiries.A.columns.B.typ"'],
    [{ applications: [{ clientID: 'x' }] }, 'no option "applications[0].clientID". Did you mean "clientId"?'],
    [{ push: [{ uri: 'http://127.0.0.1' }] }, 'no option "push[0].uri". Did you mean "url"?'],
    [{ customization: { projects: { P: { contents: '' } } } }, 'projects.P.contents". Did you mean "content"?'],
    [{ tls: { certificate: '' } }, 'no option "tls.certificate". Did you mean "cert"?'],
    [{ colour: 1 }, 'has no option "colour". There are: absent, actions, '],
    [{ release: '24R3' }, 'The option "release" cannot be "24R3"; it is one of 18R2, '],
    [{ rules: 'all' }, 'The option "rules" cannot be "all"; it is one of demo, documents.'],
  ])('%j', async (options, message) => {
    expect(await started(options)).toContain(message);
  });

  it('no name of an entity, of a user’s form or of a member', async () => {
    const options: SimulatorOptions = {
      users: [{ name: 'a', password: 'b', rights: { AR303000: 'read' } }],
      data: { Customer: [{ CustomerID: 'A' }] },
      keys: { Customer: ['CustomerID'] },
      generated: { SalesOrder: 7 },
    };
    expect(await started(options)).toMatch(/^http/);
  });
});

it('rules of failNext and behave are refused in the same way', async () => {
  await using simulator = await startSimulator();
  expect(() => {
    simulator.failNext({ stauts: 500 } as object);
  }).toThrow('failNext() has no option "stauts". Did you mean "status"?');
  expect(() => {
    simulator.behave([{ shared: 1 } as object]);
  }).toThrow('behave() has no option "[0].shared". Did you mean "share"?');
});

it.each([
  ['usres', ['users', 'rules'], 'users'],
  ['zzz', ['users', 'rules'], undefined],
  ['x'.repeat(100_000), ['users'], undefined],
])('the near name of %s is found among others', (given, names, near) => {
  expect(nearName(given, names)).toBe(near);
});
