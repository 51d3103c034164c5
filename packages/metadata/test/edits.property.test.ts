import { defineEntity } from '@acurecord/metadata';
import type { DetailCollection, Entity, EntityScope } from '@acurecord/metadata';
import fc from 'fast-check';
import { orderDocument } from './order-document.js';
import { simulated } from './simulated.js';
import type { Simulated } from './simulated.js';

interface Allocation extends Entity {
  Lot: string | null;
  Qty: number | null;
}

interface Line extends Entity {
  Allocations: DetailCollection<Allocation>;
  Item: string | null;
  Open: boolean | null;
  Qty: number | null;
}

interface Contact extends Entity {
  Address: (Entity & { City: string | null }) | null;
  Email: string | null;
}

interface Order extends Entity {
  Contact: Contact | null;
  Count: number | null;
  Date: Date | null;
  Description: string | null;
  Lines: DetailCollection<Line>;
  OrderNbr: string | null;
  Total: number | null;
}

const RUNS = Number(process.env.PROPERTY_RUNS ?? 25);
/** The same edits each time, and others where more runs are asked for: `PROPERTY_RUNS=1000 jest edits`. */
const SEED = process.env.PROPERTY_RUNS === undefined ? { seed: 20261121 } : {};
const EXPAND = ['Contact/Address', 'Lines/Allocations'] as const;

type Edit = (order: Order) => void;

/** Whether edits are made while a save is under way. */
let isUnderWay = false;

const text = fc.oneof(
  fc.constant(null),
  fc.string({ minLength: 1, maxLength: 12 }).filter((value) => value.trim() === value),
);
const amount = fc.oneof(
  fc.constant(null),
  fc.integer({ min: -1_000_000, max: 1_000_000 }).map((value) => value / 100),
);
const place = fc.nat(60);

const at = (order: Order, index: number): Line | undefined => order.Lines.at(index % Math.max(1, order.Lines.length));

/** One edit of any kind; edits of rows meet whatever rows there are by then. */
const edit: fc.Arbitrary<Edit> = fc.oneof(
  text.map(
    (value): Edit =>
      (order) =>
        void (order.Description = value),
  ),
  amount.map(
    (value): Edit =>
      (order) =>
        void (order.Total = value),
  ),
  fc.integer().map(
    (value): Edit =>
      (order) =>
        void (order.Count = value),
  ),
  fc.date({ min: new Date('2000-01-01'), max: new Date('2040-01-01'), noInvalidDate: true }).map(
    (value): Edit =>
      (order) =>
        void (order.Date = value),
  ),
  text.map(
    (value): Edit =>
      (order) =>
        void (order.note = value ?? ''),
  ),
  text.map(
    (value): Edit =>
      (order) =>
        void (order.Contact && (order.Contact.Email = value)),
  ),
  text.map(
    (value): Edit =>
      (order) =>
        void (order.Contact?.Address && (order.Contact.Address.City = value)),
  ),
  fc.tuple(place, amount).map(
    ([index, value]): Edit =>
      (order) =>
        void Object.assign(at(order, index) ?? {}, { Qty: value }),
  ),
  fc.tuple(place, fc.boolean()).map(
    ([index, value]): Edit =>
      (order) =>
        void Object.assign(at(order, index) ?? {}, { Open: value }),
  ),
  fc.tuple(text, amount).map(
    ([Item, Qty]): Edit =>
      (order) =>
        void order.Lines.add({ Item, Qty, Allocations: [{ Lot: Item, Qty }] }),
  ),
  place.map(
    (index): Edit =>
      (order) =>
        void order.Lines.remove(at(order, index) as Line),
  ),
  fc.tuple(place, text, amount).map(
    ([index, Lot, Qty]): Edit =>
      (order) =>
        void at(order, index)?.Allocations.add({ Lot, Qty }),
  ),
  place.map((index): Edit => (order) => {
    const rows = at(order, index)?.Allocations;
    const row = rows?.at(0);
    if (row !== undefined) rows?.remove(row);
  }),
  place.map((index): Edit => (order) => {
    const row = at(order, index);
    // A new row that is on its way is what the server makes of it, reverted or not.
    if (row?.id !== undefined || !isUnderWay) row?.revert();
  }),
  place.map((index): Edit => (order) => {
    order.Lines = order.Lines.filter((_, row) => row % 7 !== index % 7) as never;
  }),
  fc.tuple(place, amount).map(([index, Qty]): Edit => (order) => {
    const row = at(order, index);
    if (row === undefined) return;
    order.Lines.remove(row);
    row.Qty = Qty;
    order.Lines.add(row);
  }),
  fc.tuple(place, text).map(([index, Item]): Edit => (order) => {
    const row = at(order, index);
    if (row !== undefined) order.Lines.add(row).Item = Item;
  }),
  fc.tuple(place, amount).map(([index, Qty]): Edit => (order) => {
    const row = at(order, index);
    if (row?.id !== undefined)
      order.Lines = [...order.Lines.toArray().filter((other) => other !== row), { id: row.id, Qty }] as never;
  }),
  place.map((index): Edit => (order) => {
    order.Description = undefined as never;
    const row = at(order, index);
    // What was sent of a new row is in the ERP, whatever it is by then.
    if (row?.id !== undefined || !isUnderWay) Object.assign(row ?? {}, { Item: undefined });
  }),
);

/** Values without ids and places, which new rows get from the server. */
function values(order: Order): unknown {
  return JSON.parse(
    JSON.stringify(order.toPlain(), (name, value: unknown) =>
      name === 'id' || name === 'rowNumber' ? undefined : value,
    ),
  );
}

/** Nothing and an empty text are the same to the form, and so are a row's empty members and missing ones. */
function meaning(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(meaning);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(
    ([, part]) => part !== null && part !== '' && !(Array.isArray(part) && part.length === 0),
  );
  return Object.fromEntries(entries.map(([name, part]) => [name, meaning(part)]));
}

describe('any sequence of edits of a record with links and fifty rows', () => {
  let erp: Simulated;
  let orders: EntityScope<Order>;

  beforeAll(async () => {
    erp = await simulated({ schema: orderDocument, keys: { Order: ['OrderNbr'] }, generated: 0 }, { validate: false });
    orders = defineEntity<Order>(erp.client.schema, 'Order').using(erp.client);
  });

  afterAll(() => erp.close());

  const fresh = async (): Promise<Order> => {
    erp.sim.store.put('Order', {
      OrderNbr: '1',
      Description: 'First',
      Total: 10,
      Date: '2024-01-02T00:00:00+00:00',
      Contact: { Email: 'a@b.example', Address: { City: 'Bonn' } },
      Lines: Array.from({ length: 50 }, (_, index) => ({
        Item: `I${index}`,
        Qty: index,
        Open: true,
        Allocations: [{ Lot: 'L', Qty: 1 }],
      })),
    });
    const order = await orders.query({ expand: EXPAND }).firstOrThrow();
    expect([order.Lines.length, order.isDirty]).toEqual([50, false]);
    return order;
  };

  it('is saved so that reading it again gives the edited record', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(edit, { maxLength: 25 }), fc.array(edit, { maxLength: 10 }), async (first, second) => {
        const order = await fresh();
        for (const edits of [first, second]) {
          for (const change of edits) change(order);
          const edited = meaning(values(order));
          await order.save();
          expect(order.isDirty).toBe(false);
          expect(meaning(values(order))).toEqual(edited);
          const again = await orders.find(String(order.id), { expand: EXPAND });
          expect(meaning(values(again))).toEqual(edited);
          expect(meaning(again.toPlain())).toEqual(meaning(order.toPlain()));
        }
      }),
      { numRuns: RUNS, ...SEED },
    );
  }, 120_000);

  it('loses nothing that is edited while a save is under way, and nothing when one fails', async () => {
    const phase = fc.record({ before: fc.array(edit, { maxLength: 8 }), meanwhile: fc.array(edit, { maxLength: 8 }) });
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ phase, fails: fc.boolean() }), { minLength: 1, maxLength: 3 }),
        async (saves) => {
          const order = await fresh();
          for (const { phase: edits, fails } of saves) {
            for (const change of edits.before) change(order);
            const isDirty = order.isDirty;
            if (fails && isDirty) erp.sim.failNext({ method: 'PUT', status: 422 });
            const saving = order.save().then(
              () => true,
              () => false,
            );
            await new Promise(setImmediate);
            isUnderWay = true;
            for (const change of edits.meanwhile) change(order);
            isUnderWay = false;
            const edited = meaning(values(order));
            expect(await saving).toBe(!(fails && isDirty));
            expect(meaning(values(order))).toEqual(edited);
          }
          const edited = meaning(values(order));
          await order.save();
          const again = await orders.find(String(order.id), { expand: EXPAND });
          expect([order.isDirty, meaning(values(order))]).toEqual([false, edited]);
          expect(meaning(values(again))).toEqual(edited);
        },
      ),
      { numRuns: RUNS, ...SEED },
    );
  }, 120_000);

  it('is reverted to the original', async () => {
    const order = await fresh();
    const original = order.toPlain();
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 30 }), (edits) => {
        for (const change of edits) change(order);
        order.revert();
        expect([order.toPlain(), order.isDirty]).toEqual([original, false]);
      }),
      { numRuns: RUNS * 4, ...SEED },
    );
  });
});
