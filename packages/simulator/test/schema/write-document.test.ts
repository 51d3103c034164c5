import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import SwaggerParser from '@apidevtools/swagger-parser';
import { demoSchema } from '../../src/demo/demo-schema.js';
import { writeDocument } from '../../src/schema/document/write-document.js';
import { declareEntity } from '../../src/schema/declare-entity.js';
import { readSchema } from '../../src/schema/read-schema.js';
import type { Member, SimulatorSchema } from '../../src/schema/schema-model.js';

const root = 'http://127.0.0.1:8080/AcumaticaERP/entity/Default/24.200.001';
const folder = resolve(__dirname, '../../../../../shared/schemas');

type Paths = Record<string, unknown>;

/** The real documents have `/E/{ids}` beside `/E/{id}`, which no OpenAPI allows; everything else must be valid. */
async function validateWithoutOverlap(document: Record<string, unknown>): Promise<void> {
  const paths = Object.entries(document.paths as Paths).filter(([path]) => !path.endsWith('/{id}'));
  const copy = structuredClone({ ...document, paths: Object.fromEntries(paths) });
  await SwaggerParser.validate(copy as never);
}

/** What a reader can know from a document: custom fields and roles are not in it. */
const readable = ({ entities, ...rest }: SimulatorSchema): unknown => ({
  ...rest,
  entities: [...entities.values()]
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map(({ name, topLevel, title, screenId, members, actions, isReport }) => {
      return { name, topLevel, title, screenId, members: [...members], actions, isReport };
    }),
});

describe('the endpoint document of the demo company', () => {
  test.each(['23R2', '24R2', '25R1', '25R2'])('is valid under %s save the overlapping paths', async (release) => {
    await validateWithoutOverlap(writeDocument(demoSchema, release, root));
  });

  test('is Swagger 2.0 until 24R1 and OpenAPI 3.0.1 from 24R2', () => {
    expect(writeDocument(demoSchema, '23R2', root)).toMatchObject({
      swagger: '2.0',
      host: '127.0.0.1:8080',
      basePath: '/AcumaticaERP/entity/Default/24.200.001',
      schemes: ['http'],
    });
    const modern = writeDocument(demoSchema, '24R2', root);
    expect(modern).toMatchObject({ openapi: '3.0.1', servers: [{ url: root }] });
    expect(Object.keys(modern)).toEqual(['openapi', 'info', 'servers', 'paths', 'components', 'tags']);
    expect(Object.keys(modern.components as object)).toEqual(['schemas', 'responses', 'parameters']);
  });

  test('declares PATCH from 25R1, conflicts and workflow actions from 25R2', () => {
    const text = (release: string): string => JSON.stringify(writeDocument(demoSchema, release, root));
    expect(text('24R2')).not.toContain('PatchEntity');
    expect(text('25R1')).toContain('Customer_PatchEntity');
    expect(text('25R1')).not.toContain('_workflowActions');
    expect(text('25R2')).toContain('_workflowActions');
    expect(text('25R2')).toContain('ContractBasedControllerBase_409');
  });

  test.each(['23R2', '24R2', '25R1', '25R2'])('read back under %s it is the schema it was written from', (release) => {
    const back = readSchema(writeDocument(demoSchema, release, root));
    expect(readable(back)).toEqual(readable(demoSchema));
    for (const entity of demoSchema.entities.values())
      expect([entity.name, back.entities.get(entity.name)?.keys]).toEqual([
        entity.name,
        entity.name === 'EmailProcessing' ? expect.anything() : entity.keys,
      ]);
  });

  test('operations of an entity come in the order of the real documents', () => {
    const paths = Object.keys(writeDocument(demoSchema, '24R2', root).paths as Paths);
    expect(paths.filter((path) => path.split('/')[1] === 'Vendor')).toEqual([
      '/Vendor/CreateContactFromVendor',
      '/Vendor/{actionName}',
      '/Vendor/$adHocSchema',
      '/Vendor/{ids}',
      '/Vendor/{ids}/files/{filename}',
      '/Vendor/{id}',
      '/Vendor',
    ]);
  });
});

describe('documents of other contracts', () => {
  const contract = (number: number): SimulatorSchema => ({ ...demoSchema, contract: number });
  const shaped: SimulatorSchema = {
    ...contract(5),
    entities: new Map([
      ...demoSchema.entities,
      [
        'Warehouse',
        declareEntity('Warehouse', {
          form: 'Warehouses (IN204000)',
          keys: 'WarehouseID',
          members: 'WarehouseID Opened:DateTime Kind Tags',
        }),
      ],
    ]),
  };
  const members = shaped.entities.get('Warehouse')?.members as Map<string, Member>;
  members.set('Opened', { kind: 'field', type: 'DateTime', shape: 'date-only' });
  members.set('Kind', { kind: 'field', type: 'String', shape: 'single-select' });
  members.set('Tags', { kind: 'field', type: 'String', shape: 'multi-select' });

  test('have a plain note and no error of the record in contract 3', () => {
    const { components } = writeDocument(contract(3), '24R2', root) as {
      components: { schemas: { Entity: { properties: object } } };
    };
    expect(components.schemas.Entity.properties).toMatchObject({ note: { type: 'string' } });
    expect(components.schemas.Entity.properties).not.toHaveProperty('error');
  });

  test('have choices and days of their own in contract 5, and are read back with them', async () => {
    const document = writeDocument(shaped, '26R2', root);
    await validateWithoutOverlap(document);
    expect(readSchema(document).entities.get('Warehouse')?.members).toEqual(members);
  });
});

if (existsSync(folder)) {
  const names = readdirSync(folder).filter((name) => name.endsWith('.json'));
  const load = (name: string): Record<string, unknown> =>
    JSON.parse(readFileSync(resolve(folder, name), 'utf8')) as never;

  describe('documents written from real ones', () => {
    test.each(names)('%s read, written and read again is the same', (name) => {
      const schema = readSchema(load(name));
      const release = 'swagger' in load(name) ? '23R2' : '24R2';
      expect(readable(readSchema(writeDocument(schema, release, root)))).toEqual(readable(schema));
    });

    test('the operations and schemas of Default/24.200.001 are those of the real document, member by member', () => {
      const real = load('Default_24.200.001.json') as {
        paths: Paths;
        components: Record<string, unknown>;
        tags: unknown;
      };
      const own = writeDocument(readSchema(real), '24R2', root) as typeof real;
      expect(own.components).toEqual(real.components);
      expect(own.paths).toEqual(real.paths);
      expect(own.tags).toEqual(real.tags);
    });

    test('the operations and schemas of Default/22.200.001 are those of the real document, member by member', () => {
      const real = load('Default_22.200.001.json') as { paths: Paths; definitions: unknown; tags: unknown };
      const own = writeDocument(readSchema(real), '23R2', root) as typeof real;
      expect(own.definitions).toEqual(real.definitions);
      expect(own.paths).toEqual(real.paths);
      expect(own.tags).toEqual(real.tags);
    });
  });
} else {
  test('real endpoint documents are not here, so only our own was written', () => expect(root).toBeDefined());
}
