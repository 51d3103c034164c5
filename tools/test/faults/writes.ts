import type { BatchResults } from 'acurecord';
import { Order, Warehouse } from './records.js';
import { putByProgram } from './put-by-program.js';
import type { Case, PreparedWrite, Told, Write } from './write.js';

type Init = { readonly CustomerOrder: string; readonly Description: string } & Record<string, unknown>;

const headOf = (marker = ''): Init => ({
  OrderType: 'SO',
  CustomerID: 'ABARTENDE',
  CustomerOrder: marker,
  Description: marker,
});
const init = (marker = ''): Init => ({ ...headOf(marker), Details: [{ InventoryID: 'BTMAT', OrderQty: 2 }] });
const keyOf = (marker = ''): string => marker.replace(/[^A-Z0-9]/gi, '').toUpperCase();

const all = (around: Case, entity: string): Record<string, unknown>[] => around.sim.store.all(entity);
const described =
  (around: Case, entity: string) =>
  (index: number): number =>
    all(around, entity).filter(({ Description }) => Description === around.markers[index]).length;

/** What a call told its caller. */
async function told(work: Promise<unknown>): Promise<Told> {
  try {
    const value = (await work) as { readonly Description?: string | null } | undefined;
    return value?.Description === undefined ? { ok: true } : { ok: true, description: value.Description };
  } catch (error) {
    return { ok: false, error };
  }
}

const toldOf = (results: BatchResults<unknown>): Told[] =>
  results.map((result) => (result.ok ? { ok: true } : { ok: false, error: result.error }));

/** A write of one record that was not there before. */
const making = (
  name: string,
  entity: Write['entity'],
  make: (around: Case, marker: string, options: { readonly signal: AbortSignal }) => Promise<unknown>,
): Write => ({
  name,
  entity,
  records: 1,
  prepare: async (around) => ({
    run: async () => [await told(make(around, around.markers[0] ?? '', { signal: around.signal }))],
    done: described(around, entity),
  }),
});

/** A save of an order that is there. */
const saving = (
  name: string,
  change: (order: Order, marker: string) => void,
  done: (stored: Record<string, unknown>, marker: string) => number,
  options: object = {},
): Write => ({
  name,
  entity: 'SalesOrder',
  records: 1,
  prepare: async (around) => {
    const [marker = ''] = around.markers;
    const order = await Order.using(around.client).create(init(`${marker} before`));
    change(order, marker);
    const stored = (): Record<string, unknown> =>
      all(around, 'SalesOrder').find(({ OrderNbr }) => OrderNbr === order.OrderNbr) ?? {};
    return {
      run: async () => [await told(order.save({ ...options, signal: around.signal }).then(() => undefined))],
      done: () => done(stored(), marker),
    };
  },
});

const rowsOf = (stored: Record<string, unknown>): { readonly OrderQty?: unknown }[] =>
  Array.isArray(stored['Details']) ? (stored['Details'] as { readonly OrderQty?: unknown }[]) : [];
const withQuantity = (stored: Record<string, unknown>, quantity: number): number =>
  rowsOf(stored).filter(({ OrderQty }) => Number(OrderQty) === quantity).length;

async function warehouses({ client, markers }: Case): Promise<Warehouse[]> {
  const made: Warehouse[] = [];
  for (const marker of markers)
    made.push(await Warehouse.using(client).create({ WarehouseID: keyOf(marker), Description: marker }));
  return made;
}

const deletion = (
  name: string,
  records: number,
  remove: (around: Case, made: Warehouse[]) => Promise<Told[]>,
): Write => ({
  name,
  entity: 'Warehouse',
  records,
  endsIn204: true,
  prepare: async (around) => {
    const made = await warehouses(around);
    const isThere = described(around, 'Warehouse');
    return { run: () => remove(around, made), done: (index) => 1 - isThere(index) };
  },
});

const shipping: Write = {
  name: 'action that makes a document',
  entity: 'SalesOrder',
  records: 1,
  endsIn204: true,
  prepare: async (around): Promise<PreparedWrite> => {
    const order = await Order.using(around.client).create(init(around.markers[0]));
    if (order.Status === 'On Hold') await order.invoke('ReleaseFromHold');
    const before = around.sim.operations().length; // one that was begun goes on by itself, whoever asks for its end
    return {
      run: async () => [
        await told(
          order.invoke('SalesOrderCreateShipment', {}, { signal: around.signal, pollMs: 5, timeoutMs: 3_000 }),
        ),
      ],
      done: () => around.sim.operations().length - before,
    };
  },
};

const attaching: Write = {
  name: 'upload',
  entity: 'SalesOrder',
  records: 1,
  endsIn204: true,
  prepare: async (around): Promise<PreparedWrite> => {
    const order = await Order.using(around.client).create(headOf(around.markers[0]));
    const from = around.sim.requests().length;
    const name = `${keyOf(around.markers[0])}.txt`;
    return {
      run: async () => [await told(order.attach(name, 'text', { signal: around.signal }))],
      done: () =>
        around.sim
          .requests()
          .slice(from)
          .filter(({ method, path, status }) => method === 'PUT' && path.includes(name) && status === 204).length,
    };
  },
};

const scheduled: Write = {
  name: 'scheduler task with three attempts',
  entity: 'SalesOrder',
  records: 1,
  prepare: async (around) => ({
    run: () =>
      new Promise<Told[]>((resolve) => {
        around.client.scheduler.scheduleTask({
          name: around.markers[0] ?? '',
          at: new Date(),
          retry: { attempts: 3, delayMs: 1 },
          task: () => Order.using(around.client).create(headOf(around.markers[0]), { signal: around.signal }),
          onSuccess: () => resolve([{ ok: true }]),
          onFailure: (_run, error) => resolve([{ ok: false, error }]),
        });
      }),
    done: described(around, 'SalesOrder'),
  }),
};

/** The kinds of write that are held against each fault. */
export const WRITES: readonly Write[] = [
  making('create without key', 'SalesOrder', ({ client }, marker, options) =>
    Order.using(client).create(init(marker), options),
  ),
  making('upsert by service without key', 'SalesOrder', ({ client }, marker, options) =>
    client.service('SalesOrder').putEntity(headOf(marker), options),
  ),
  making("upsert with a key of the caller's on a form that numbers", 'SalesOrder', ({ client }, marker, options) =>
    Order.using(client).upsert({ ...headOf(marker), OrderNbr: keyOf(marker) }, options),
  ),
  making('upsert with a key on a form that keeps it', 'Warehouse', ({ client }, marker, options) =>
    Warehouse.using(client).upsert({ WarehouseID: keyOf(marker), Description: marker }, options),
  ),
  making('create with a key on a form that keeps it', 'Warehouse', ({ client }, marker, options) =>
    Warehouse.using(client).create({ WarehouseID: keyOf(marker), Description: marker }, options),
  ),
  saving(
    'save with a new row',
    (order) => void order.Details.add({ InventoryID: 'BTSPOON', OrderQty: 3 }),
    (stored) => withQuantity(stored, 3),
  ),
  saving(
    'save of a changed field',
    (order, marker) => void (order.Description = marker),
    ({ Description }, marker) => Number(Description === marker),
  ),
  saving(
    'save of a changed row',
    (order) => void (order.Details.at(0) ?? order.Details.add({})).set('OrderQty', 7),
    (stored) => withQuantity(stored, 7) + Math.max(0, rowsOf(stored).length - 1),
  ),
  saving(
    'save by PATCH',
    (order, marker) => void (order.Description = marker),
    ({ Description }, marker) => Number(Description === marker),
    { method: 'PATCH' },
  ),
  deletion('delete', 1, async ({ signal }, [record]) => [await told(record?.delete({ signal }) ?? Promise.resolve())]),
  shipping,
  attaching,
  {
    name: 'saveAll of three without keys, then retryFailed',
    entity: 'SalesOrder',
    records: 3,
    prepare: async (around) => ({
      run: async () => {
        const records = around.markers.map((marker) => new Order(headOf(marker)));
        const first = await around.client.saveAll(records, { signal: around.signal, concurrency: 2 });
        return toldOf(await first.retryFailed());
      },
      done: described(around, 'SalesOrder'),
    }),
  },
  deletion('deleteAll of three', 3, async ({ client, signal }, made) =>
    toldOf(await client.deleteAll(made, { signal, concurrency: 2 })),
  ),
  {
    name: 'batch of three creates, then retryFailed',
    entity: 'SalesOrder',
    records: 3,
    prepare: async (around) => ({
      run: async () => {
        const calls = around.markers.map((marker) => () => Order.using(around.client).create(headOf(marker)));
        const first = await around.client.batch(calls, { signal: around.signal, concurrency: 2 });
        return toldOf(await first.retryFailed());
      },
      done: described(around, 'SalesOrder'),
    }),
  },
  scheduled,
  {
    name: 'acurecord put of two records',
    entity: 'SalesOrder',
    records: 2,
    prepare: async (around) => ({
      run: () => putByProgram(around, around.markers.map(headOf)),
      done: described(around, 'SalesOrder'),
    }),
  },
];
