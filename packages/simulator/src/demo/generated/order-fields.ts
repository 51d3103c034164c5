import type { FieldValue } from '../../store/stored-record.js';
import { demoSchema } from '../demo-schema.js';
import { addDays } from '../fields.js';
import { salesOrderRules } from '../rules/sales-order-rules.js';
import type { OrderPlan, PlannedOrder } from './order-plan.js';

type Make = (plan: OrderPlan, order: PlannedOrder) => FieldValue;

const date: Make = (plan, order) => plan.date(order);
const moment: Make = (plan, order) => `${plan.date(order).slice(0, 10)}T09:30:00+00:00`;

const planned: Readonly<Record<string, Make>> = {
  OrderNbr: (plan, order) => plan.number(order),
  CustomerID: (plan, order) => plan.customer(order).fields.get('CustomerID') ?? null,
  CurrencyID: (plan, order) => plan.customer(order).fields.get('CurrencyID') ?? 'USD',
  ShipVia: (plan, order) => plan.customer(order).fields.get('ShipVia') ?? null,
  CustomerOrder: (plan, order) => plan.customerOrder(order),
  Description: (plan, order) => plan.description(order),
  Date: date,
  EffectiveDate: date,
  RequestedOn: (plan, order) => addDays(plan.date(order), 7),
  Status: (plan, order) => plan.status(order),
  Hold: (plan, order) => plan.status(order) === 'On Hold',
  OrderedQty: (plan, order) => plan.totals(order).quantity,
  TaxTotal: (plan, order) => plan.totals(order).tax,
  OrderTotal: (plan, order) => plan.totals(order).total,
  IsTaxValid: () => true,
  LastModified: moment,
  CreatedDate: moment,
  NoteID: (_plan, order) => order.id,
};

const fixed = Object.entries(salesOrderRules.defaults).flatMap(([name, value]): [string, Make][] =>
  typeof value === 'function' ? [] : [[name, () => value]],
);

const makers = new Map([...fixed, ...Object.entries(planned)]);

/** How to make each field of a generated order without making the order; the form's rules come to the same. */
export const orderFields: ReadonlyMap<string, Make> = new Map(
  [...(demoSchema.entities.get('SalesOrder')?.members ?? [])].flatMap(([name, { kind }]): [string, Make][] => {
    const make = makers.get(name);
    return kind === 'field' && make !== undefined ? [[name, make]] : [];
  }),
);
