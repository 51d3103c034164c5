import type { SpecialMaker } from '../../generate/entity-recipe.js';
import { generateRecords } from '../../generate/generate-records.js';
import { guidOf } from '../../generate/generated-record.js';
import { saltOf, saltedSeed } from '../../generate/salted-seed.js';
import { ScanColumns } from '../../generate/scan-columns.js';
import type { ValueMaker } from '../../generate/value-makers.js';
import type { StoredRecord } from '../../store/stored-record.js';
import type { MemoryWorld } from '../company/memory-world.js';
import { demoCompany, demoRecords } from '../demo-records.js';
import { demoRules } from '../demo-rules.js';
import { demoSchema } from '../demo-schema.js';
import { textOf } from '../fields.js';
import { GeneratedOrder } from './generated-order.js';
import { OrderPlan } from './order-plan.js';

/** How much, and from when on. */
export interface DemoAmount {
  /** All records of the entity, those of the demo company included. */
  readonly count: number;
  readonly seed: number;
  /** `yyyy-mm-dd…` */
  readonly today: string;
}

/**
 * The demo company's records of an entity, and so many more that there are as many as asked for; fewer are asked for:
 * the first of them. What is generated refers to the company's own customers, items, vendors and warehouses; orders
 * are made by the rules of their form, so that their totals add up.
 */
export function* generateDemoRecords(
  entity: string,
  { count, seed, today }: DemoAmount,
): Generator<StoredRecord, void, undefined> {
  const own = demoRecords(entity, seed, today).slice(0, count);
  yield* own;
  const company = demoCompany(seed, today);
  const more = count - own.length;
  if (entity === 'SalesOrder') yield* moreOrders(company, more, seed, today);
  else yield* generateRecords(demoSchema, entity, { count: more, seed, special: companyMakers(company) });
}

/** The orders among the generated ones that the demo company did not trade itself. */
export function generatedOrders({ count, seed, today }: DemoAmount): Iterable<StoredRecord> {
  const company = demoCompany(seed, today);
  return moreOrders(company, Math.max(0, count - company.all('SalesOrder').length), seed, today);
}

function* moreOrders(company: MemoryWorld, count: number, seed: number, today: string): Generator<StoredRecord> {
  const plan = new OrderPlan(company, { count, today });
  const columns = new ScanColumns(count);
  const dice = saltedSeed(seed, saltOf('generated orders'));
  for (let index = 0; index < count; index += 1) {
    const top = saltedSeed(index, dice);
    yield new GeneratedOrder(plan, { index, seed: top, id: guidOf(top, 0) }, columns);
  }
}

const referring: Readonly<Record<string, readonly [entity: string, key: string]>> = {
  Customer: ['Customer', 'CustomerID'],
  CustomerID: ['Customer', 'CustomerID'],
  BusinessAccount: ['Customer', 'CustomerID'],
  VendorID: ['Vendor', 'VendorID'],
  InventoryID: ['StockItem', 'InventoryID'],
  WarehouseID: ['Warehouse', 'WarehouseID'],
};

/** Fields that name another record name one of the company's; drop-downs hold what they can hold. */
function companyMakers(company: MemoryWorld): SpecialMaker {
  const makers = new Map<string, ValueMaker>();
  for (const [field, [entity, key]] of Object.entries(referring)) {
    const [first, ...rest] = company.all(entity).map((record) => textOf(record, key));
    if (first !== undefined) makers.set(field, ({ random }) => random.pick([first, ...rest]));
  }
  return (entity, field) => {
    const [first, ...rest] = Object.keys(demoRules.get(entity)?.choices[field] ?? {});
    if (first !== undefined) return ({ random }) => random.pick([first, ...rest]);
    return makers.get(field);
  };
}
