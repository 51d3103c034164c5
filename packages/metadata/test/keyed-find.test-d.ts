import { Entity, entity, field } from '@acurecord/metadata';

@entity('SalesOrder', { keys: ['OrderType', 'OrderNbr'] })
class Keyed extends Entity {
  declare readonly '~keys'?: readonly [OrderType: 'OrderType', OrderNbr: 'OrderNbr'];
  @field.string() accessor OrderType!: string | null;
  @field.string() accessor OrderNbr!: string | null;
  @field.string() accessor Status!: string | null;
}

@entity('SalesOrder')
class Unkeyed extends Entity {
  @field.string() accessor OrderType!: string | null;
  @field.string() accessor OrderNbr!: string | null;
}

/** A class that declares its keys is found by them, in order, by name, or by id. */
export async function keyed(id: string): Promise<void> {
  await Keyed.find('SO', '000123');
  await Keyed.find('SO', '000123', { select: ['Status'] });
  await Keyed.find(['SO', '000123'], { expand: ['files'] });
  await Keyed.find({ OrderType: 'SO', OrderNbr: '000123' });
  await Keyed.find(id);
  await Keyed.findMany([id, ['SO', '1'], { OrderType: 'SO', OrderNbr: '2' }]);
  // @ts-expect-error it has two keys
  await Keyed.find('SO', '000123', 'third');
  // @ts-expect-error it has two keys
  await Keyed.find(['SO']);
  // @ts-expect-error a key is missing
  await Keyed.find({ OrderType: 'SO' });
  // @ts-expect-error Status is no key
  await Keyed.find({ OrderType: 'SO', OrderNbr: '000123', Status: 'Open' });
  // @ts-expect-error it has no such member
  await Keyed.find('SO', '000123', { select: ['Nope'] });
}

/** A class that does not is found by whatever the caller knows. */
export async function unkeyed(): Promise<void> {
  await Unkeyed.find('SO', '000123');
  await Unkeyed.find('SO', '000123', 'third', { select: ['OrderNbr'] });
  await Unkeyed.find({ OrderType: 'SO' });
}

/** A decorator takes fields of its own type only. */
export class Mistyped extends Entity {
  // @ts-expect-error a string decorator on a number
  @field.string() accessor Amount!: number | null;
  @field.string() accessor Status!: 'Open' | 'Closed' | null;
}
