import { readSchema } from '@acurecord/metadata';
import type { EndpointSchema, MemberSchema } from '@acurecord/metadata';
import { describeShared, readShared, schemaNames } from './shared-files';

const REF = '#/components/schemas/';
const ref = (name: string): object => ({ $ref: REF + name });

function schemaWith(properties: object, more: object = {}): EndpointSchema {
  const schemas = {
    Entity: { type: 'object' },
    StringValue: { type: 'object', properties: { value: { type: 'string' } } },
    Contact: { allOf: [ref('Entity'), { type: 'object', properties: {} }] },
    Item: { allOf: [ref('Entity'), { type: 'object', properties }] },
    ...more,
  };
  const info = { title: 'Test/1', version: '4' };
  return readSchema({ openapi: '3.0.1', info, paths: {}, components: { schemas }, tags: [] });
}

function membersOf(schema: EndpointSchema): Readonly<Record<string, MemberSchema>> {
  return schema.entities.Item?.members ?? {};
}

/** How a document may say that something refers to a schema. */
const FORMS: readonly (readonly [string, (target: object) => object])[] = [
  ['$ref', (target) => target],
  ['$ref beside remarks', (target) => ({ ...target, nullable: true, description: 'x' })],
  ['allOf of one', (target) => ({ allOf: [target] })],
  ['anyOf of one, nullable', (target) => ({ anyOf: [target], nullable: true })],
  ['oneOf of one, nullable', (target) => ({ nullable: true, oneOf: [target], readOnly: true })],
  ['anyOf with a null type', (target) => ({ anyOf: [target, { type: 'null' }] })],
  ['oneOf with a null type first', (target) => ({ oneOf: [{ type: 'null' }, target] })],
  ['anyOf with the value null', (target) => ({ anyOf: [target, { enum: [null] }] })],
  ['anyOf with the constant null', (target) => ({ anyOf: [{ const: null }, target] })],
  ['a list of types', (target) => ({ type: ['object', 'null'], allOf: [target] })],
  ['allOf with a remark', (target) => ({ allOf: [target, { nullable: true, 'x-order': 1 }] })],
  ['one inside another', (target) => ({ anyOf: [{ allOf: [target], nullable: true }, { type: ['null'] }] })],
];

describe('readSchema', () => {
  it.each(FORMS)('reads links, details and values written as %s', (_name, form) => {
    const schema = schemaWith({
      MainContact: form(ref('Contact')),
      Contacts: form({ type: 'array', items: form(ref('Contact')) }),
      Others: { type: ['array', 'null'], items: form(ref('Contact')) },
      More: { type: 'array', nullable: true, items: form(ref('Contact')) },
      Name: form(ref('StringValue')),
    });
    expect(membersOf(schema)).toEqual({
      MainContact: { kind: 'link', entity: 'Contact' },
      Contacts: { kind: 'details', entity: 'Contact' },
      Others: { kind: 'details', entity: 'Contact' },
      More: { kind: 'details', entity: 'Contact' },
      Name: { kind: 'field', type: 'String' },
    });
    expect(schema.warnings).toEqual([]);
  });

  it.each(FORMS)('reads what an entity descends from, written as %s', (_name, form) => {
    const Child = { allOf: [form(ref('Item')), { properties: { B: ref('StringValue') } }] };
    const Beside = { allOf: [form(ref('Item'))], properties: { C: ref('StringValue') } };
    const { entities } = schemaWith({ A: ref('StringValue') }, { Child, Beside });
    expect(Object.keys(entities.Child?.members ?? {})).toEqual(['A', 'B']);
    expect(Object.keys(entities.Beside?.members ?? {})).toEqual(['A', 'C']);
  });

  it('follows schemas that are another name for a reference or a list', () => {
    const more = {
      OptionalContact: { anyOf: [ref('Contact')], nullable: true },
      ContactList: { type: 'array', items: ref('OptionalContact') },
      Loop: { anyOf: [ref('Pool')] },
      Pool: { anyOf: [ref('Loop')] },
    };
    const schema = schemaWith(
      {
        A: ref('OptionalContact'),
        B: ref('ContactList'),
        C: { type: 'array', items: ref('OptionalContact') },
        D: ref('Loop'),
      },
      more,
    );
    expect(membersOf(schema)).toEqual({
      A: { kind: 'link', entity: 'Contact' },
      B: { kind: 'details', entity: 'Contact' },
      C: { kind: 'details', entity: 'Contact' },
      D: { kind: 'unknown', shape: ref('Loop') },
    });
  });

  it('reads parameters of actions in the same forms', () => {
    const Ship = {
      type: 'object',
      properties: { entity: ref('Item'), parameters: { anyOf: [ref('ShipParameters')], nullable: true } },
    };
    const ShipParameters = {
      properties: { Day: { oneOf: [ref('StringValue'), { type: 'null' }] }, Odd: { type: 'string' } },
    };
    const schemas = { Entity: {}, StringValue: {}, Item: { allOf: [ref('Entity')] }, Ship, ShipParameters };
    const schema = readSchema({
      openapi: '3.1.0',
      info: { title: 'Test/1', version: '5' },
      paths: {
        '/Item': {},
        '/Item/Ship': {
          post: { requestBody: { content: { 'application/json': { schema: { allOf: [ref('Ship')] } } } } },
        },
      },
      components: { schemas },
    });
    expect(schema.entities.Item?.actions).toEqual({ Ship: { parameters: { Day: 'String', Odd: 'Unknown' } } });
    expect(schema.warnings).toEqual([expect.stringContaining('paths//Item/Ship Odd')]);
  });

  it.each([
    ['a choice of two', { oneOf: [ref('Contact'), ref('Item')] }],
    ['a plain type', { type: 'string', nullable: true }],
    ['values in a list', { type: 'array', items: ref('StringValue') }],
    ['a list of lists', { type: 'array', items: { type: 'array', items: ref('Contact') } }],
    ['an inline record', { type: 'object', properties: { value: { type: 'string' } } }],
    ['a reference with members of its own', { allOf: [ref('Contact')], properties: { More: { type: 'string' } } }],
    ['a map', { type: 'object', additionalProperties: ref('Contact') }],
    ['anything', true],
    ['nothing at all', {}],
  ])('keeps a member that is %s, and tells', (_name, shape) => {
    const schema = schemaWith({ A: ref('StringValue'), Odd: shape, B: ref('StringValue') });
    expect(Object.keys(membersOf(schema))).toEqual(['A', 'Odd', 'B']);
    expect(membersOf(schema).Odd).toEqual({ kind: 'unknown', shape });
    expect(schema.warnings).toEqual([expect.stringMatching(/^Item\.Odd has a form that is not known \(/)]);
  });

  it('passes over what belongs to every record or to the server', () => {
    const schema = schemaWith({
      _workflowActions: { type: 'object', additionalProperties: ref('Item'), nullable: true },
      _links: { type: 'object' },
      error: { type: 'string' },
      files: { type: 'array', items: {} },
    });
    expect(membersOf(schema)).toEqual({});
    expect(schema.warnings).toEqual([]);
  });

  it('keeps of a form that is nested without end as much as a reader can use', () => {
    let odd: object = { type: 'string' };
    for (let depth = 0; depth < 20_000; depth += 1) odd = { type: 'object', properties: { a: odd } };
    const schema = schemaWith({ Odd: odd });
    expect(JSON.stringify(membersOf(schema).Odd).length).toBeLessThan(2_000);
    expect(schema.warnings?.[0]?.length).toBeLessThan(400);
  });
});

type Types = Readonly<Record<string, Readonly<Record<string, string | readonly [string]>>>>;

function expectedMember(type: string | readonly [string], types: Types): MemberSchema {
  if (typeof type !== 'string') return { kind: 'details', entity: type[0] };
  if (Object.hasOwn(types, type)) return { kind: 'link', entity: type };
  return { kind: 'field', type: type.replace(/Value$/, '') };
}

describeShared('readSchema on a document of 2026 R2', () => {
  it('reads all 493 entities with each of their 6,185 members', () => {
    const types = readShared('contract-5/types.json') as Types;
    const schema = readSchema(readShared('contract-5/Default_26.200.001.rebuilt.json'));
    expect(schema).toMatchObject({ endpoint: 'Default', version: '26.200.001', contract: 5, warnings: [] });
    expect(Object.keys(schema.entities).sort()).toEqual(Object.keys(types).sort());
    for (const [entity, members] of Object.entries(types)) {
      const expected = Object.entries(members).map(([name, type]) => [name, expectedMember(type, types)]);
      expect(schema.entities[entity]?.members).toEqual(Object.fromEntries(expected));
    }
    const kinds = Object.values(schema.entities).flatMap(({ members }) =>
      Object.values(members).map(({ kind }) => kind),
    );
    const count = (kind: string): number => kinds.filter((one) => one === kind).length;
    expect([kinds.length, count('field'), count('link'), count('details')]).toEqual([6_185, 5_729, 145, 311]);
  });
});

describeShared.each(schemaNames())('the document %s', (name) => {
  it('says the same in whatever forms its references are written', () => {
    const document = readShared(`schemas/${name}.json`);
    let turn = 0;
    const anyForm = (target: object): object => (FORMS[(turn += 1) % FORMS.length]?.[1] ?? ((same) => same))(target);
    expect(readSchema(rewritten(document, anyForm))).toEqual(readSchema(document));
  });
});

/** A document whose members refer to others in given forms. */
function rewritten(document: unknown, form: (target: object) => object): unknown {
  return JSON.parse(JSON.stringify(document), (key, value: unknown) => {
    if (key !== 'properties' || typeof value !== 'object' || value === null) return value;
    const members = Object.entries(value as Record<string, { $ref?: string; type?: string; items?: object }>);
    return Object.fromEntries(
      members.map(([member, shape]) => {
        if (shape.$ref !== undefined) return [member, form(shape)];
        return [member, shape.type === 'array' && shape.items ? form({ ...shape, items: form(shape.items) }) : shape];
      }),
    );
  });
}
