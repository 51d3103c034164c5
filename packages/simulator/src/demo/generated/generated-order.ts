import { LazyMap } from '../../generate/lazy-map.js';
import type { ScanColumns } from '../../generate/scan-columns.js';
import type { AttachedFile, CustomFields, FieldValue, StoredRecord } from '../../store/stored-record.js';
import { insertRecord } from '../company/insert-record.js';
import type { NewRecord } from '../company/insert-record.js';
import { GrowingWorld } from './growing-world.js';
import { orderFields } from './order-fields.js';
import type { OrderPlan, PlannedOrder } from './order-plan.js';

const noFiles: readonly AttachedFile[] = Object.freeze([]);
const written = ['OrderNbr', 'CustomerID', 'CustomerOrder', 'Description', 'Date', 'RequestedOn', 'Status', 'Hold'];

/** Linked entities that are copies of the customer's, so that all orders of a customer have the same. */
const copied: ReadonlySet<string> = new Set(['BillToAddress', 'BillToContact', 'ShipToAddress', 'ShipToContact']);

/** A sales order of the demo company that is made by its form's rules, and only when more than its header is looked at. */
export class GeneratedOrder implements StoredRecord {
  readonly id: string;
  readonly note = '';
  readonly files = noFiles;
  readonly #plan: OrderPlan;
  readonly #order: PlannedOrder;
  readonly #columns: ScanColumns;

  constructor(plan: OrderPlan, order: PlannedOrder, columns: ScanColumns) {
    this.id = order.id;
    this.#plan = plan;
    this.#order = order;
    this.#columns = columns;
  }

  get fields(): ReadonlyMap<string, FieldValue> {
    return new LazyMap(orderFields, (make) => make(this.#plan, this.#order));
  }

  get links(): ReadonlyMap<string, StoredRecord | null> {
    return this.grown().links;
  }

  get details(): ReadonlyMap<string, readonly StoredRecord[]> {
    return this.grown().details;
  }

  get custom(): CustomFields {
    const priority = { type: 'CustomStringField', value: this.#plan.priority(this.#order) };
    return new Map([['Document', new Map([['AttributePRIORITY', priority]])]]);
  }

  scan(name: string, read: (record: StoredRecord) => FieldValue | undefined): FieldValue {
    const isCustomers = copied.has(name.slice(0, name.indexOf('/')));
    const row = isCustomers ? this.#plan.customerIndex(this.#order) : this.#order.index;
    return this.#columns.value(name, row, () => read(this) ?? null);
  }

  /** The whole order, as the form makes it. */
  grown(): StoredRecord {
    const { fields } = this;
    const header = Object.fromEntries(written.map((name) => [name, fields.get(name) ?? null]));
    const world = new GrowingWorld(this.#plan.company, this.#plan.date(this.#order), this.id);
    return insertRecord(world, 'SalesOrder', { fields: header, rows: { Details: this.#lines() } });
  }

  #lines(): NonNullable<NewRecord['rows']>[string] {
    const isShipped = this.#plan.status(this.#order) === 'Completed';
    return this.#plan
      .lines(this.#order)
      .map((line) => (isShipped ? { ...line, QtyOnShipments: line.OrderQty, Completed: true } : { ...line }));
  }
}
