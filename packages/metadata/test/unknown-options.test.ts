import { AcumaticaQueryError } from '@acurecord/errors';
import { defineEntity } from '@acurecord/metadata';
import { orderRow, orderSchema, scriptedClient } from '@acurecord/metadata/testing';
import type { EntityScope } from '@acurecord/metadata';
import type { OrderUnderTest } from '@acurecord/metadata/testing';

const Order = defineEntity<OrderUnderTest>(orderSchema, 'SalesOrder');

interface Scene {
  readonly order: OrderUnderTest;
  readonly Bound: EntityScope<OrderUnderTest>;
  readonly sent: () => number;
}

async function scene(): Promise<Scene> {
  const client = scriptedClient(({ verb }) => (verb === 'list' ? [orderRow()] : orderRow()));
  const order = await Order.using(client).find('SO', '000123');
  order.Description = 'changed';
  return { order, Bound: Order.using(client), sent: () => client.calls.length - 1 };
}

/** A slip in an option's name, as plain JavaScript or a cast lets it through. */
const slip = { exapnd: ['Details'] } as never;

describe('an option that does not exist', () => {
  it.each<[string, (scene: Scene) => unknown]>([
    ['find()', ({ Bound }) => Bound.find('SO', '000123', slip)],
    ['find()', ({ Bound }) => Bound.find({ OrderType: 'SO', OrderNbr: '000123' }, slip)],
    ['find()', ({ Bound }) => Bound.findOrNull('SO', '000123', slip)],
    ['findMany()', ({ Bound }) => Bound.findMany([], slip)],
    ['The query', ({ Bound }) => Bound.all(slip)],
    ['The query', ({ Bound }) => Bound.first(slip)],
    ['The query', ({ Bound }) => Bound.query(slip).toArray()],
    ['run()', ({ Bound }) => Bound.run({}, slip)],
    ['deleteByKey()', ({ Bound }) => Bound.deleteByKey('SO', '000123', slip)],
    ['save()', ({ order }) => order.save(slip)],
    ['save()', ({ Bound }) => Bound.create({ OrderType: 'SO' }, slip)],
    ['save()', ({ Bound }) => Bound.upsert({ OrderType: 'SO' }, slip)],
    ['reload()', ({ order }) => order.reload(slip)],
    ['delete()', ({ order }) => order.delete(slip)],
    ['invoke()', ({ order }) => order.invoke('Release', {}, slip)],
    ['attach()', ({ order }) => order.attach('a.txt', 'x', slip)],
    ['files()', ({ order }) => order.files(slip)],
    ['download()', ({ order }) => order.download('a.txt', slip)],
    ['options()', async ({ Bound }) => Bound.query().options(slip).toArray()],
  ])('is refused by %s before anything is sent', async (call, use) => {
    const place = await scene();
    const refused = (async () => use(place))();
    await expect(refused).rejects.toThrow(AcumaticaQueryError);
    await expect(refused).rejects.toThrow(`${call} has no option "exapnd".`);
    expect(place.sent()).toBe(0);
  });

  it('is told with the name that was meant, or with all names', async () => {
    const { order } = await scene();
    await expect(order.save({ mod: 'insertOnly' } as never)).rejects.toThrow(
      'save() has no option "mod". Did you mean mode?',
    );
    await expect(order.delete({ really: true } as never)).rejects.toThrow(
      'delete() has no option "really". Its options are signal, timeoutMs, priority, branch, businessDate, archived, deleted, apiVersion.',
    );
  });
});
