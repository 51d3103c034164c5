import { defineEntity, defineFields, Entity, entity, entityMetadata, field } from '@acurecord/metadata';
import type { EndpointSchema } from '@acurecord/metadata';
import { orderRow, orderSchema, scriptedClient } from '@acurecord/metadata/testing';
import { AcumaticaSchemaError, AcumaticaValidationError } from '@acurecord/errors';
import { IsEmail } from 'class-validator';
import { SalesOrder as DefinedOrder } from './defined-order.js';
import { SalesOrder as WrittenOrder } from './written-order.js';

const client = scriptedClient(({ verb, request }) =>
  verb === 'put' ? { ...orderRow(), ...(request.row as object) } : orderRow(),
);

describe('a class made by defineFields', () => {
  it('declares the members that decorators declare', () => {
    const kinds = (target: typeof Entity): unknown =>
      Object.fromEntries(Object.entries(target.fields).map(([name, { kind }]) => [name, kind]));
    expect(kinds(DefinedOrder as never)).toEqual(kinds(WrittenOrder));
    expect(entityMetadata(DefinedOrder).actions).toEqual(entityMetadata(WrittenOrder).actions);
  });

  it('has the name of its entity, and the name of the class that extends it', () => {
    class Mine extends defineFields('Customer', { CustomerID: field.string() }) {}
    expect([Mine.name, entityMetadata(Mine).name]).toEqual(['Mine', 'Customer']);
    expect(defineFields('Customer', {}).name).toBe('Customer');
  });

  it('leaves its members to be written for one class, and not for another that is made of the same ones', () => {
    const members = { CustomerID: field.string(), Email: field.string() };
    class First extends defineFields('Customer', members) {}
    class Second extends defineFields('Vendor', members) {}
    expect([new First({ Email: 'a' }).toWire(), new Second({ CustomerID: 'b' }).toWire()]).toEqual([
      { Email: { value: 'a' } },
      { CustomerID: { value: 'b' } },
    ]);
  });

  it.each<[string, () => unknown, string]>([
    [
      'no member',
      () => defineFields('Customer', { Email: IsEmail() as never }),
      'Email is no member: write field.string()',
    ],
    ['a value', () => defineFields('Customer', { Email: 'String' as never }), 'Email is no member'],
    [
      'a name of every record',
      () => defineFields('Customer', { save: field.string() } as never),
      'every record has "save"',
    ],
    ['a key that is none', () => defineFields('Customer', {}, { keys: ['Id' as never] }), 'the key Id is none of its'],
    ['no name', () => defineFields('', {}), 'needs the name'],
    ['another class', () => defineFields(Date as never, {}), 'takes the name of an entity, or an entity class'],
    ['nothing', () => defineFields(undefined as never, {}), 'takes the name of an entity, or an entity class'],
  ])('is refused %s', (_what, define, message) => {
    expect(define).toThrow(AcumaticaSchemaError);
    expect(define).toThrow(message);
  });
});

describe('keys', () => {
  it('are the fields that say so, in their order, in both forms', async () => {
    @entity('Ticket')
    class Decorated extends Entity {
      @field.string({ key: true }) accessor Type!: string | null;
      @field.string() accessor Title!: string | null;
      @field.string({ key: true }) accessor Nbr!: string | null;
    }
    class Defined extends defineFields('Ticket', {
      Type: field.string({ key: true }),
      Title: field.string(),
      Nbr: field.string({ key: true }),
    }) {}
    for (const Ticket of [Decorated, Defined]) {
      expect(entityMetadata(Ticket).keys).toEqual(['Type', 'Nbr']);
    }
    await Defined.using(client).find('A', '1');
    expect(client.calls.at(-1)?.request.address).toEqual({ keys: ['A', '1'] });
  });

  it('are those that are named where both are, and those of the catalogue where neither is', () => {
    const members = { CustomerID: field.string(), Other: field.string({ key: true }) };
    expect(entityMetadata(defineFields('Customer', members, { keys: ['CustomerID'] })).keys).toEqual(['CustomerID']);
    expect(entityMetadata(defineFields('Customer', { CustomerID: field.string() })).keys).toEqual(['CustomerID']);
    expect(entityMetadata(defineFields('Nowhere', { CustomerID: field.string() })).keys).toBeUndefined();
  });
});

describe('a class that is extended by fields', () => {
  const schema: EndpointSchema = {
    ...orderSchema,
    entities: {
      Contact: {
        name: 'Contact',
        topLevel: true,
        keys: ['Email'],
        actions: {},
        members: { Email: { kind: 'field', type: 'String' } },
      },
    },
  };
  interface Contact extends Entity {
    Email: string | null;
  }
  const Generated = defineEntity<Contact>(schema, 'Contact');
  class Contact2 extends defineFields(Generated, {
    Email: field.string({ rules: [IsEmail()] }),
    UsrColor: field.custom('Contact', 'String'),
  }) {}

  it('keeps the name, the keys and the other members', () => {
    expect(entityMetadata(Contact2)).toMatchObject({ name: 'Contact', keys: ['Email'] });
    expect(Object.keys(Contact2.fields)).toEqual(['Email', 'UsrColor']);
    expect(new Contact2()).toBeInstanceOf(Generated);
  });

  it('checks by rules of class-validator what a save would send', async () => {
    const contact = Contact2.using(client).build({ Email: 'nobody', UsrColor: 'red' });
    const error: unknown = await contact.save({ validate: true }).catch((reason: unknown) => reason);
    expect(AcumaticaValidationError.is(error) ? error.issues : error).toEqual([
      { path: 'Email', value: 'nobody', message: 'Email must be an email' },
    ]);
    contact.Email = 'a@b.example';
    await contact.save();
    expect(client.calls.at(-1)?.request.row).toMatchObject({
      Email: { value: 'a@b.example' },
      custom: { Contact: { UsrColor: { type: 'CustomStringField', value: 'red' } } },
    });
  });

  it('leaves the class that it extends as it was', async () => {
    await Generated.using(client).build({ Email: 'nobody' }).save();
    expect(Object.keys(Generated.fields)).toEqual(['Email']);
  });
});
