import { join } from 'node:path';
import ts from 'typescript';

/** Faults that the compiler finds in a program that registers a class; a program of its own, since it changes all types. */
function faultsOf(program: string): string[] {
  const file = join(__dirname, 'registering-program.ts');
  const config = ts.readConfigFile(join(__dirname, '../../../tsconfig.base.json'), (path) => ts.sys.readFile(path));
  const { options } = ts.parseJsonConfigFileContent(config.config, ts.sys, join(__dirname, '../../..'));
  const host = ts.createCompilerHost(options);
  const readFile = host.readFile.bind(host);
  const getSourceFile = host.getSourceFile.bind(host);
  host.readFile = (path) => (path === file ? program : readFile(path));
  host.fileExists = (path) => path === file || ts.sys.fileExists(path);
  host.getSourceFile = (path, target, ...rest) =>
    path === file ? ts.createSourceFile(path, program, target) : getSourceFile(path, target, ...rest);
  const made = ts.createProgram([file], { ...options, noEmit: true, types: ['node'] }, host);
  const source = made.getSourceFile(file);
  return ts
    .getPreEmitDiagnostics(made, source)
    .map(
      ({ messageText, start = 0 }) =>
        `${program.slice(0, start).split('\n').length}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`,
    );
}

const program = `import { AcumaticaClient, Entity, entity, field } from 'acurecord';

@entity('Customer', { keys: ['CustomerID'] })
class Customer extends Entity {
  declare readonly '~keys'?: readonly [CustomerID: 'CustomerID'];
  @field.string() accessor CustomerID!: string | null;
  @field.decimal() accessor CreditLimit!: number | null;
}

declare module 'acurecord' {
  interface Register {
    models: { Customer: typeof Customer };
  }
}

const client = await AcumaticaClient.connect({ models: { Customer } });
const limit: number | null = (await client.customers.getById('ABARTENDE')).CreditLimit;
const typed: Customer = await client.models.Customer.find('ABARTENDE');
const same: Customer = await client.service('Customer').getById('ABARTENDE');
await client.customers.putEntity({ CustomerID: 'NEW', CreditLimit: 5 });
await client.customers.putEntity({ CustomerID: 5 });
void client.models.Vendor;
export { limit, typed, same };
`;

test('registered classes give the client, its services and its models their types', () => {
  const faults = faultsOf(program);
  expect(faults).toEqual([expect.stringMatching(/^21: .*number.*string/), expect.stringMatching(/^22: .*Vendor/)]);
}, 120_000);
