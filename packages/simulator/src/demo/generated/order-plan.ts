import { Random } from '../../generate/random.js';
import { saltedSeed } from '../../generate/salted-seed.js';
import { phrases } from '../../generate/vocabulary.js';
import type { FieldValue, StoredRecord } from '../../store/stored-record.js';
import { itemIds } from '../company/goods.js';
import type { MemoryWorld } from '../company/memory-world.js';
import { addDays, amountOf, textOf, toCents } from '../fields.js';
import { taxRateOf } from '../rules/terms.js';

/** Years over which generated orders are spread. */
const days = 3 * 365;

/** One line of an order before it is an order. */
export interface PlannedLine {
  readonly InventoryID: string;
  readonly OrderQty: number;
  readonly WarehouseID: string;
}

/** What an order comes to. */
export interface PlannedTotals {
  readonly quantity: number;
  readonly tax: number;
  readonly total: number;
}

/** Which one of the generated orders. */
export interface PlannedOrder {
  /** From 0. */
  readonly index: number;
  readonly seed: number;
  readonly id: string;
}

/** Decides what generated orders say: each answer comes from the order's own dice, and from nothing asked before. */
export class OrderPlan {
  readonly company: MemoryWorld;
  readonly #customers: readonly StoredRecord[];
  readonly #prices: ReadonlyMap<string, { readonly price: number; readonly isTaxable: boolean }>;
  readonly #count: number;
  readonly #today: string;
  readonly #firstNumber: number;

  constructor(company: MemoryWorld, { count, today }: { readonly count: number; readonly today: string }) {
    this.company = company;
    this.#customers = company.all('Customer').filter((customer) => textOf(customer, 'Status') === 'Active');
    this.#prices = new Map(
      company.all('StockItem').map((item) => {
        const isTaxable = textOf(item, 'TaxCategory') !== 'EXEMPT';
        return [textOf(item, 'InventoryID'), { price: amountOf(item, 'DefaultPrice'), isTaxable }];
      }),
    );
    this.#count = count;
    this.#today = today;
    this.#firstNumber = Math.max(0, ...company.all('SalesOrder').map((order) => Number(textOf(order, 'OrderNbr')))) + 1;
  }

  number({ index }: PlannedOrder): string {
    return String(this.#firstNumber + index).padStart(6, '0');
  }

  /** The place of an order's customer among those that order. */
  customerIndex(order: PlannedOrder): number {
    return dice(order, 1).int(0, this.#customers.length - 1);
  }

  customer(order: PlannedOrder): StoredRecord {
    const customer = this.#customers[this.customerIndex(order)];
    if (customer === undefined) throw new Error('The demo company has no active customer.');
    return customer;
  }

  /** The later the number, the later the day; the last one is of today. */
  date({ index }: PlannedOrder): string {
    return addDays(this.#today.slice(0, 10), -this.#age(index));
  }

  /** Most are history: shipped in full, not billed. */
  status(order: PlannedOrder): string {
    const chance = dice(order, 2).next();
    if (this.#age(order.index) < 45) return chance < 0.8 ? 'Open' : 'On Hold';
    if (chance < 0.88) return 'Completed';
    return chance < 0.94 ? 'Cancelled' : 'Open';
  }

  description(order: PlannedOrder): string {
    return dice(order, 3).pick(phrases);
  }

  customerOrder(order: PlannedOrder): FieldValue {
    const random = dice(order, 4);
    return random.chance(0.6) ? `PO-${String(random.int(1000, 9999))}` : null;
  }

  priority(order: PlannedOrder): string {
    return dice(order, 5).pick(['LOW', 'NORMAL', 'HIGH']);
  }

  lines(order: PlannedOrder): PlannedLine[] {
    const random = dice(order, 6);
    const first = random.int(0, itemIds.length - 1);
    const step = random.int(1, 5);
    return Array.from({ length: random.int(1, 6) }, (_, at) => ({
      InventoryID: itemIds[(first + at * step) % itemIds.length] ?? 'GLPINT16',
      OrderQty: random.int(1, 24),
      WarehouseID: random.chance(0.9) ? 'MAIN' : 'WEST',
    }));
  }

  /** As the rules of the form will compute it. */
  totals(order: PlannedOrder): PlannedTotals {
    let [quantity, net, taxable] = [0, 0, 0];
    for (const { InventoryID, OrderQty } of this.lines(order)) {
      const { price, isTaxable } = this.#prices.get(InventoryID) ?? { price: 0, isTaxable: false };
      const amount = toCents(OrderQty * price);
      quantity += OrderQty;
      net += amount;
      if (isTaxable) taxable += amount;
    }
    const rate = taxRateOf(textOf(this.customer(order), 'TaxZone'));
    const tax = toCents((toCents(taxable) * rate) / 100);
    return { quantity, tax, total: toCents(toCents(net) + tax) };
  }

  #age(index: number): number {
    return Math.floor((days * (this.#count - 1 - index)) / this.#count);
  }
}

const dice = ({ seed }: PlannedOrder, salt: number): Random => new Random(saltedSeed(seed, salt));
