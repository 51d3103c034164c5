import { generateModels, planWrites } from '@acurecord/generator';
import { endpointSchema, entitySchema, shop } from './small-schema.js';

const { files } = generateModels(shop);
const text = (path: string): string => files.get(path) ?? '';
const actions = (existing: ReadonlyMap<string, string>, options = {}): Record<string, string> =>
  Object.fromEntries(planWrites(files, existing, options).map(({ path, action }) => [path, action]));

describe('planWrites', () => {
  it('creates everything in an empty folder, and keeps everything the second time', () => {
    expect(new Set(Object.values(actions(new Map())))).toEqual(new Set(['create']));
    expect(new Set(Object.values(actions(files)))).toEqual(new Set(['keep']));
  });

  it('updates what has changed', () => {
    const older = generateModels(endpointSchema(...Object.values(shop.entities), entitySchema('Extra'))).files;
    expect(actions(older)).toEqual({
      'customer.ts': 'keep',
      'extra.ts': 'delete',
      'index.ts': 'update',
      'sales-order.ts': 'keep',
      'shared/address.ts': 'keep',
    });
  });

  it('updates every file for another version of the endpoint, whose name stands in the header', () => {
    const older = generateModels({ ...shop, version: '23.200.001' }).files;
    expect(new Set(Object.values(actions(older)))).toEqual(new Set(['update']));
  });

  it('leaves a generated file alone that was edited by hand, unless it is told to', () => {
    const edited = new Map(files).set('customer.ts', text('customer.ts').replace('CreditLimit', 'CreditLimits'));
    expect(actions(edited)['customer.ts']).toBe('refuse');
    expect(actions(edited, { force: true })['customer.ts']).toBe('update');
  });

  it('never touches a file that a person wrote', () => {
    const existing = new Map([
      ['customer.ts', 'export const mine = 1;\n'],
      ['notes.ts', '// mine\n'],
    ]);
    const steps = planWrites(files, existing, { force: true });
    expect(steps.find(({ path }) => path === 'customer.ts')).toMatchObject({
      action: 'refuse',
      reason: 'it is not a generated file; move it, or choose another folder',
    });
    expect(steps.some(({ path }) => path === 'notes.ts')).toBe(false);
  });

  it('keeps a generated file that is not needed any more when it was edited', () => {
    const old = generateModels(endpointSchema(entitySchema('Old'))).files.get('old.ts') ?? '';
    expect(planWrites(files, new Map([['old.ts', `${old}export const more = 1;\n`]]))).toContainEqual(
      expect.objectContaining({ path: 'old.ts', action: 'refuse' }),
    );
  });

  it('takes neither a formatter nor Windows line ends for an edit', () => {
    const other = text('sales-order.ts')
      .replaceAll("'", '"')
      .replaceAll(';\n', '\n')
      .replaceAll('  ', '\t')
      .replaceAll('\n', '\r\n');
    expect(actions(new Map(files).set('sales-order.ts', `\uFEFF${other}`))['sales-order.ts']).toBe('keep');
  });
});
