import { Entity, entity, field, setDefaultClient } from '@acurecord/metadata';
import type { DetailCollection, Link } from '@acurecord/metadata';
import { scriptedClient } from '@acurecord/metadata/testing';
import { plainToInstance } from 'class-transformer';
import { getMetadataStorage, IsEmail, Matches, validate } from 'class-validator';
import type { ValidationError } from 'class-validator';

@entity('Contact')
class Contact extends Entity {
  @field.string({ maxLength: 10 }) accessor Email!: string | null;
}

@entity('CustomerContact')
class CustomerContact extends Entity {
  @field.int() accessor ContactID!: number | null;
}

@entity('Customer')
class BaseCustomer extends Entity {
  @field.details(() => CustomerContact) accessor Contacts!: DetailCollection<CustomerContact>;
  @field.string() accessor CustomerID!: string | null;
  @field.string({ required: true }) accessor CustomerName!: string | null;
  @field.string() accessor Email!: string | null;
  @field.link(() => Contact) accessor MainContact!: Link<Contact>;
}

@entity('Contact')
class ReadContact extends Entity {
  @field.string({ maxLength: 10 }) accessor Email!: string | null;
  visits = 0;
}

/** Members declared anew, with rules of one's own. */
class Customer extends BaseCustomer {
  @field.string({ rules: [Matches(/^[A-Z]+$/)] }) override accessor CustomerID: string | null = null;
  // @ts-expect-error TypeScript wants a third parameter of decorators of accessor fields; at run time this works
  @IsEmail() @field.string() override accessor Email: string | null = null;
}

/** What a validating pipe does with a body. */
async function pipe(body: object): Promise<{ customer: Customer; faults: Record<string, unknown> }> {
  const customer = plainToInstance(Customer, body);
  const errors = await validate(customer, { whitelist: true, forbidNonWhitelisted: true });
  return { customer, faults: faultsOf(errors) };
}

function faultsOf(errors: readonly ValidationError[]): Record<string, unknown> {
  return Object.fromEntries(
    errors.map(({ property, constraints, children }) => [
      property,
      constraints ? Object.values(constraints) : faultsOf(children ?? []),
    ]),
  );
}

const good = {
  CustomerID: 'ACME',
  CustomerName: 'Acme',
  Email: 'a@b.example',
  MainContact: { Email: 'a@b.c' },
  Contacts: [{ ContactID: 1 }],
};

describe('class-transformer and class-validator, as a pipe of NestJS uses them', () => {
  it('make a record of a body', async () => {
    const { customer, faults } = await pipe(good);
    expect(faults).toEqual({});
    expect(customer).toBeInstanceOf(Customer);
    expect(customer.MainContact).toBeInstanceOf(Contact);
    expect(customer.Contacts.at(0)).toBeInstanceOf(CustomerContact);
    const client = scriptedClient();
    setDefaultClient(client);
    await customer.save();
    setDefaultClient(undefined);
    expect(client.calls[0]?.request.row).toEqual({
      CustomerID: { value: 'ACME' },
      CustomerName: { value: 'Acme' },
      Email: { value: 'a@b.example' },
      MainContact: { Email: { value: 'a@b.c' } },
      Contacts: [{ ContactID: { value: 1 } }],
    });
  });

  it('find what is wrong, in links and rows too, and what does not belong there', async () => {
    const bad = {
      ...good,
      CustomerName: null,
      CustomerID: 'acme',
      Email: 'nobody',
      MainContact: { Email: 'much.too@long' },
      Contacts: [{}, { ContactID: 1.5 }],
      Hacked: 1,
    };
    expect((await pipe(bad)).faults).toEqual({
      CustomerID: [expect.stringContaining('must match')],
      CustomerName: ['CustomerName must not be empty'],
      Email: ['Email must be an email'],
      MainContact: { Email: ['Email must not be longer than 10 characters'] },
      Contacts: ['Contacts[1].ContactID must be a whole number'],
      Hacked: ['property Hacked should not exist'],
    });
  });

  it('find the same as validate() of the record', async () => {
    const customer = new Customer({ ...good, Email: 'nobody', Contacts: [{ ContactID: 1.5 }] });
    await expect(customer.validate()).rejects.toMatchObject({
      fieldErrors: {
        Email: ['Email must be an email'],
        'Contacts[0].ContactID': ['Contacts[0].ContactID must be a whole number'],
      },
    });
  });

  it('learn the rules of a class when a record is changed, not while records are read', async () => {
    const client = scriptedClient(() => [{ id: '1', Email: { value: 'much.too@long' } }]);
    const rules = (): number => getMetadataStorage().getTargetValidationMetadatas(ReadContact, '', false, false).length;
    const record = await ReadContact.using(client).query().firstOrThrow();
    expect([record.visits, rules()]).toEqual([0, 0]);
    record.Email = 'still.too@long';
    expect(rules()).toBe(1);
    expect(Object.keys(faultsOf(await validate(record)))).toEqual(['Email']);
  });
});
