import type { ActionProgress, OrderAction, OrderActionName } from '../../contract/index.js';
import type { SalesOrder } from '../models/sales-order.js';

/** What an action has made. */
export type Created = Extract<ActionProgress, { state: 'done' }>['created'];

interface ActionOfDesk {
  readonly label: string;
  /** Statuses in which it makes sense. */
  readonly from: readonly string[];
  readonly run: (order: SalesOrder) => Promise<Created>;
}

/** An action that makes no document. */
const plain = (act: (order: SalesOrder) => Promise<void>) => async (order: SalesOrder) => {
  await act(order);
  return undefined;
};

const actions: Readonly<Record<OrderActionName, ActionOfDesk>> = {
  release: {
    label: 'Release from hold',
    from: ['On Hold', 'Credit Hold', 'Pending Approval'],
    run: plain((order) => order.release()),
  },
  hold: { label: 'Put on hold', from: ['Open', 'Back Order'], run: plain((order) => order.hold()) },
  ship: {
    label: 'Create shipment',
    from: ['Open', 'Back Order'],
    run: async (order) => {
      const nbr = await order.ship();
      return nbr === undefined ? undefined : { kind: 'Shipment', nbr };
    },
  },
  invoice: {
    label: 'Prepare invoice',
    from: ['Shipping', 'Back Order', 'Completed'],
    run: async (order) => {
      const nbr = await order.invoice();
      return nbr === undefined ? undefined : { kind: 'Invoice', nbr };
    },
  },
  cancel: {
    label: 'Cancel order',
    from: ['On Hold', 'Open', 'Credit Hold', 'Back Order'],
    run: plain((order) => order.cancel()),
  },
  reopen: {
    label: 'Reopen order',
    from: ['Cancelled', 'Canceled'],
    run: plain((order) => order.reopen()),
  },
};

/** Whether there is an action of this name. */
export function isOrderAction(name: string): name is OrderActionName {
  return Object.hasOwn(actions, name);
}

/** All actions, and which of them make sense in the order's status. */
export function orderActions(order: SalesOrder): OrderAction[] {
  return (Object.keys(actions) as OrderActionName[]).map((name) => orderAction(order, name));
}

/** One action of an order. */
export function orderAction(order: SalesOrder, name: OrderActionName): OrderAction {
  const { label, from } = actions[name];
  const reason = reasonAgainst(order, name, from);
  return { name, label, enabled: reason === undefined, ...(reason !== undefined && { reason }) };
}

/** Runs an action, and says what it has made. The order is read anew afterwards. */
export function runOrderAction(order: SalesOrder, name: OrderActionName): Promise<Created> {
  return actions[name].run(order);
}

function reasonAgainst(order: SalesOrder, name: OrderActionName, from: readonly string[]): string | undefined {
  if (order.OrderType === 'QT' && (name === 'ship' || name === 'invoice'))
    return 'A quote is neither shipped nor billed.';
  const status = order.Status ?? '';
  if (!from.includes(status)) return `The order is ${status}.`;
  const isBilled = name === 'invoice' && order.Shipments.every(({ InvoiceNbr }) => (InvoiceNbr ?? '') !== '');
  return isBilled ? 'Nothing is shipped that is not billed.' : undefined;
}
