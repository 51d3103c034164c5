import { allOf, conditionFrom, createFields, F } from '@acurecord/odata';
import type { BooleanField, Condition, ConditionInput, DateField, NumberField, StringField } from '@acurecord/odata';
import { expectTypeOf } from 'expect-type';

class Rows<T> implements Iterable<T> {
  declare readonly length: number;
  declare [Symbol.iterator]: () => Iterator<T>;
}
class Address {
  declare City: string | null;
}
class Contact {
  declare Email: string | null;
  declare Address: Address;
}
class Line {
  declare OrderQty: number | null;
}
class Order {
  declare id: string | undefined;
  declare OrderNbr: string | null;
  declare Status: 'Open' | 'Hold' | null;
  declare OrderTotal: number | null;
  declare Approved: boolean | null;
  declare Date: Date | null;
  declare MainContact: Contact;
  declare BillTo: Contact | null | undefined;
  declare Details: Rows<Line>;
  save(): Promise<this> {
    return Promise.resolve(this);
  }
}

declare function where(input: ConditionInput<Order>): Condition;
const c = createFields<Order>();

expectTypeOf(c.OrderNbr).toEqualTypeOf<StringField>();
expectTypeOf(c.OrderTotal).toEqualTypeOf<NumberField>();
expectTypeOf(c.Approved).toEqualTypeOf<BooleanField>();
expectTypeOf(c.Date).toEqualTypeOf<DateField>();
expectTypeOf(c.MainContact.Address.City).toEqualTypeOf<StringField>();
expectTypeOf(c.BillTo.Address.City).toEqualTypeOf<StringField>();

where((o) => o.Status.eq('Open').and(o.OrderTotal.gt(5000), o.Date.ge('2024-01-01')));
where((o) => o.OrderTotal.add(1n).mul('12.50').le(o.OrderTotal));
where({ Status: 'Open', MainContact: { Email: null }, OrderTotal: '10.50' });
where(allOf([F.Status.eq('Open'), F('Status').ne(null)]));
where(F.Status.eq('Open'));
conditionFrom((o) => o.Status.eq('Open'), c);

// @ts-expect-error a field that the entity does not have
c.Statsu.eq('Open');
// @ts-expect-error methods are no fields
c.save.eq('x');
// @ts-expect-error nor can they be compared with
where({ save: {} });
// @ts-expect-error a boolean has no order
c.Approved.gt(true);
// @ts-expect-error the values of Status are known
c.Status.eq('Opn');
// @ts-expect-error === gives a boolean, which is no condition
where((o) => o.Status === 'Open');
// @ts-expect-error a number is not looked into like a text
c.OrderTotal.contains('1');
// @ts-expect-error contract endpoints cannot look into detail rows
c.Details.some(() => F('a').eq(1));
// @ts-expect-error a number is no text
c.OrderNbr.eq(5);
// @ts-expect-error the shorthand knows the values too
where({ Status: 'Opn' });
// @ts-expect-error the shorthand knows the names too
where({ Statsu: 'Open' });

// Rows whose members nobody declared: `any`, so that `noUncheckedIndexedAccess` does not make each of them possibly undefined.
declare function whereRow(input: ConditionInput<Readonly<Record<string, unknown>>, 'odataV4'>): Condition;
whereRow((row) => row.Status.eq('Open').and(row.Customer.Name.contains('x')));
whereRow({ Status: 'Open', Total: 5 });
declare function whereAny(input: ConditionInput<Order & { [member: string]: unknown }>): Condition;
whereAny((o) => o.Anything.eq('x').and(o.OrderTotal.gt(5)));
whereAny({ Anything: 5 });

createFields<Order, 'odataV4'>().Details.some((row) => row.OrderQty.gt(5));
