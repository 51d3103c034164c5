import { Entity, entity, field } from '@acurecord/metadata';
import type {
  ActionName,
  DetailCollection,
  EntityChanges,
  EntityInit,
  ExpandPath,
  Link,
  ParametersOf,
  Query,
  SelectPath,
} from '@acurecord/metadata';
import { expectTypeOf } from 'expect-type';

@entity('Contact')
class Contact extends Entity {
  @field.string() accessor Email!: string | null;
}

@entity('Allocation')
class Allocation extends Entity {
  @field.dateTime() accessor ExpiresOn!: Date | null;
  @field.decimal() accessor Qty!: number | null;
}

@entity('Line')
class Line extends Entity {
  @field.details(() => Allocation) accessor Allocations!: DetailCollection<Allocation>;
  @field.link(() => Contact) accessor Buyer!: Link<Contact>;
  @field.guid() accessor Ref!: string | null;
}

/** Members that are inherited count as a class's own. */
class Document extends Entity {
  @field.dateTime() accessor Date!: Date | null;
  @field.boolean() accessor Hold!: boolean | null;
}

@entity('Order')
class Order extends Document {
  declare readonly '~actions'?: { Release: object; Ship: { On?: Date; Warehouse?: string } };
  @field.details(() => Line) accessor Details!: DetailCollection<Line>;
  @field.int() accessor LineCount!: number | null;
  @field.link(() => Contact) accessor ShipTo!: Link<Contact>;
}

expectTypeOf<keyof EntityChanges<Order>>().toEqualTypeOf<
  'id' | 'note' | 'custom' | 'Date' | 'Hold' | 'Details' | 'LineCount' | 'ShipTo'
>();
expectTypeOf<EntityChanges<Order>['Date']>().toEqualTypeOf<Date | null | undefined>();
expectTypeOf<EntityInit<Line>['Allocations']>().toEqualTypeOf<
  Iterable<Allocation | EntityInit<Allocation>> | undefined
>();

/** What has changed is read, not written, at any depth. */
export function changes(order: Order): void {
  const { changes: changed } = order;
  expectTypeOf(changed.ShipTo?.Email).toEqualTypeOf<string | null | undefined>();
  expectTypeOf(changed.Details?.[0]?.id).toEqualTypeOf<string | undefined>();
  expectTypeOf(changed.Details?.[0]?.Buyer?.Email).toEqualTypeOf<string | null | undefined>();
  expectTypeOf(changed.Details?.[0]?.Allocations?.[0]?.ExpiresOn).toEqualTypeOf<Date | null | undefined>();
  expectTypeOf(changed.note).toEqualTypeOf<string | null | undefined>();
  // @ts-expect-error there is no such member
  void changed.Stauts;
  // @ts-expect-error a method is no change
  void changed.save;
  // @ts-expect-error changes are made on the record
  changed.LineCount = 5;
  // @ts-expect-error a row that was taken out is marked, never unmarked
  expectTypeOf(changed.Details?.[0]?.delete).toEqualTypeOf<boolean | undefined>();
}

expectTypeOf<ExpandPath<Order>>().toEqualTypeOf<
  | 'Details'
  | 'ShipTo'
  | 'files'
  | `ShipTo${'/' | '.'}files`
  | `Details${'/' | '.'}${'Allocations' | 'Buyer' | 'files'}`
  | `Details${'/' | '.'}${'Allocations' | 'Buyer'}${'/' | '.'}files`
>();
expectTypeOf<SelectPath<Contact>>().toEqualTypeOf<'Email' | 'files'>();
expectTypeOf<SelectPath<Line>>().toEqualTypeOf<
  | 'Allocations'
  | 'Buyer'
  | 'Ref'
  | 'files'
  | `Allocations${'/' | '.'}${'ExpiresOn' | 'Qty' | 'files'}`
  | `Buyer${'/' | '.'}${'Email' | 'files'}`
>();

/** Wherever a class reads, paths are checked; what an instance reads back is checked when it runs. */
export function paths(order: Order): void {
  void Order.all({ select: ['Hold', 'Details.Allocations.Qty'], expand: ['Details/Buyer'] });
  void Order.findMany(['1'], { expand: ['ShipTo'] });
  void Order.create({ Hold: true }, { expand: ['Details'], select: ['LineCount'] });
  void Order.upsert({ Hold: true }, { expand: ['Details.Allocations'] });
  void order.save({ expand: ['Details'], select: ['ShipTo/Email'] });
  void order.reload({ expand: ['Details/Allocations'] });
  // @ts-expect-error there is no such member
  void Order.all({ select: ['Stauts'] });
  // @ts-expect-error a field is not expanded
  void Order.findMany(['1'], { expand: ['Hold'] });
  // @ts-expect-error there is no such member behind Details
  void Order.create({}, { expand: ['Details/Lots'] });
  // @ts-expect-error a method is not selected
  void Order.first({ select: ['save'] });
}

/** What a query gives. */
export function results(query: Query<Order>): void {
  expectTypeOf(query.select('Hold').expand('Details').take(1)).toEqualTypeOf<Query<Order>>();
  expectTypeOf(query.first()).toEqualTypeOf<Promise<Order | undefined>>();
  expectTypeOf(query.firstOrThrow()).toEqualTypeOf<Promise<Order>>();
  expectTypeOf(query.exists()).toEqualTypeOf<Promise<boolean>>();
  expectTypeOf(query.pages()).toEqualTypeOf<AsyncGenerator<Order[], void, undefined>>();
  // @ts-expect-error a query is not a promise
  void query.then;
}

expectTypeOf<ParametersOf<Order, 'Ship'>['Warehouse']>().toEqualTypeOf<string | undefined>();
expectTypeOf<'Release'>().toExtend<ActionName<Order>>();
expectTypeOf<'AnyWorkflowAction'>().toExtend<ActionName<Order>>();

/** Declared actions have their parameters, others any. */
export function actions(order: Order, line: Line): void {
  void order.invoke('Ship', { On: new Date(), Warehouse: 'MAIN', custom: { Dialog: { Reason: 'x' } } });
  void order.invoke('Release', {}, { pollMs: 1, sendChanges: true });
  void line.invoke('Anything', { At: 5 });
  // @ts-expect-error On is a date
  void order.invoke('Ship', { On: 5 });
  // @ts-expect-error Release has no parameters
  void order.invoke('Release', { Warehouse: 'MAIN' });
  // @ts-expect-error there is no such option
  void order.invoke('Release', {}, { poll: 1 });
  expectTypeOf(order.invoke('Ship')).toEqualTypeOf<Promise<void>>();
}
