import { AcumaticaQueryError, AcumaticaValidationError } from '@acurecord/errors';
import { defineEntity, entity, Entity, field, readSchema } from '@acurecord/metadata';
import type { DefinedClass, DynamicEntity } from '@acurecord/metadata';
import { scriptedClient } from '@acurecord/metadata/testing';
import type { GatewayCall } from '@acurecord/metadata/testing';

const REF = '#/components/schemas/';

const schema = readSchema({
  openapi: '3.0.1',
  info: { title: 'Test/1', version: '5' },
  paths: { '/Order': {} },
  components: {
    schemas: {
      Entity: {},
      StringValue: {},
      Order: {
        allOf: [
          { $ref: `${REF}Entity` },
          {
            properties: {
              OrderNbr: { $ref: `${REF}StringValue` },
              Odd: { oneOf: [{ type: 'string' }, { type: 'object' }] },
            },
          },
        ],
      },
    },
  },
});

const ID = '13582ef4-ba9a-ee11-8359-0690322d016b';
const row = { id: ID, OrderNbr: { value: 'SO1' }, Odd: { value: 5, deep: [{ a: 'b' }] }, Extra: 1 };

@entity('Order')
class WrittenOrder extends Entity {
  @field.string() accessor OrderNbr!: string | null;
  @field.unknown() accessor Odd!: unknown;
}

describe.each([
  ['made at run time', defineEntity(schema, 'Order')],
  ['written with decorators', WrittenOrder as unknown as DefinedClass<DynamicEntity>],
])('a member of unknown form in a class %s', (_name, Order) => {
  function bodies(calls: readonly GatewayCall[]): unknown[] {
    return calls.flatMap(({ verb, request }) => (verb === 'put' ? [request.body ?? request.row] : []));
  }

  it('is read as it stands on the wire', async () => {
    const order = await Order.using(scriptedClient(() => row)).find(ID);
    expect(order.get('Odd')).toEqual({ value: 5, deep: [{ a: 'b' }] });
    expect(order.toPlain()).toEqual({ id: ID, OrderNbr: 'SO1', Odd: { value: 5, deep: [{ a: 'b' }] } });
    expect(order.isDirty).toBe(false);
  });

  it('cannot be changed in place, where nobody would see it', async () => {
    const order = await Order.using(scriptedClient(() => structuredClone(row))).find(ID);
    const odd = order.get('Odd') as { deep: { a: string }[] };
    expect(() => (odd.deep[0]!.a = 'c')).toThrow(TypeError);
  });

  it.each([['text'], [null], [{ value: 6 }], [[1, { b: 2 }]], [0], [false]])(
    'is written as it is: %j',
    async (value) => {
      const client = scriptedClient(({ verb }) => (verb === 'get' ? row : { ...row, Odd: value }));
      const order = await Order.using(client).find(ID);
      order.set('Odd', value);
      expect(order.isDirty).toBe(true);
      expect(order.changes).toEqual({ Odd: value });
      await order.save();
      expect(bodies(client.calls)).toEqual([{ id: ID, Odd: value }]);
      expect(order.get('Odd')).toEqual(value);
      expect(order.isDirty).toBe(false);
    },
  );

  it('is clean again with the value it had, and is taken back', async () => {
    const order = await Order.using(scriptedClient(() => row)).find(ID);
    order.set('Odd', 1);
    order.set('Odd', { value: 5, deep: [{ a: 'b' }] });
    expect(order.isDirty).toBe(false);
    order.set('Odd', 1);
    order.revert();
    expect(order.get('Odd')).toEqual(row.Odd);
  });

  it('takes a copy of what it is given, and refuses what no body can hold', () => {
    const value = { list: [1] };
    const order = new Order({ OrderNbr: 'X', Odd: value });
    value.list.push(2);
    expect(order.toWire()).toEqual({ OrderNbr: { value: 'X' }, Odd: { list: [1] } });
    const loop: Record<string, unknown> = {};
    loop.self = loop;
    for (const bad of [loop, () => 1, Symbol('x'), 10n])
      expect(() => order.set('Odd', bad)).toThrow(AcumaticaValidationError);
    expect(order.get('Odd')).toEqual({ list: [1] });
  });

  it('is selected, expanded and filtered by name, and leads nowhere', () => {
    const query = Order.using(scriptedClient()).query();
    expect(query.select('OrderNbr', 'Odd').compile().params).toEqual({ $select: 'OrderNbr,Odd' });
    expect(query.expand('Odd').compile().params).toEqual({ $expand: 'Odd' });
    expect(() => query.select('Odd/Deeper').compile()).toThrow(AcumaticaQueryError);
    expect(() => query.expand('OrderNbr').compile()).toThrow(/is a field/);
  });

  it('is validated by nobody', async () => {
    const client = { ...scriptedClient(() => row), validate: true };
    await Order.using(client).create({ OrderNbr: 'X', Odd: { anything: [null] } });
    expect(bodies(client.calls)).toEqual([{ OrderNbr: { value: 'X' }, Odd: { anything: [null] } }]);
  });
});
