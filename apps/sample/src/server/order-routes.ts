import type { FastifyInstance } from 'fastify';
import type { OrderEdit } from '../../contract/index.js';
import type { Desk } from '../desk.js';
import { DeskProblem } from '../desk-problem.js';
import { SalesOrder } from '../models/sales-order.js';
import { isOrderAction, orderAction } from '../orders/order-actions.js';
import { orderDocument } from '../orders/order-document.js';
import { previewEdit, saveEdit } from '../orders/save-order.js';
import { editSchema } from './edit-schema.js';
import { streamAction } from './stream-action.js';

/** Keys of an order in a path. */
export interface OrderPath {
  readonly type: string;
  readonly nbr: string;
}

/** One order: read, preview, save, act. */
export function addOrderRoutes(server: FastifyInstance, desk: Desk): void {
  const { client, customers, turns } = desk;

  /** As it is now, whatever was read a moment ago. */
  const fresh = async ({ type, nbr }: OrderPath): Promise<SalesOrder> => {
    await client.cache.invalidate('SalesOrder');
    return SalesOrder.document(type, nbr);
  };

  server.get<{ Params: OrderPath }>('/api/orders/:type/:nbr', async ({ params: { type, nbr } }) =>
    orderDocument(await SalesOrder.document(type, nbr), customers),
  );

  server.post<{ Params: OrderPath; Body: OrderEdit }>(
    '/api/orders/:type/:nbr/preview',
    { schema: { body: editSchema } },
    async ({ params: { type, nbr }, body }) => previewEdit(await SalesOrder.document(type, nbr), body),
  );

  server.put<{ Params: OrderPath; Body: OrderEdit }>(
    '/api/orders/:type/:nbr',
    { schema: { body: editSchema } },
    ({ params, body }) =>
      turns.wait(orderName(params), async () => {
        const saved = await saveEdit(await fresh(params), body, customers);
        return orderDocument(saved, customers);
      }),
  );

  server.post<{ Params: OrderPath & { readonly action: string } }>(
    '/api/orders/:type/:nbr/actions/:action',
    async ({ params }, reply) => {
      const { action } = params;
      if (!isOrderAction(action)) throw DeskProblem.notFound(`Orders have no action "${action}".`);
      const name = orderName(params);
      if (turns.isTaken(name)) throw busy(name);
      return turns.wait(name, async () => {
        const order = await fresh(params);
        const { enabled, label, reason } = orderAction(order, action);
        if (!enabled) throw impossible(`${label}: ${reason ?? ''}`);
        await streamAction(reply, order, action, customers);
        return reply;
      });
    },
  );
}

/** `SO 000123` */
function orderName({ type, nbr }: OrderPath): string {
  return `${type.toUpperCase()} ${nbr.toUpperCase()}`;
}

function busy(order: string): DeskProblem {
  return new DeskProblem(409, 'busy', `Somebody is at work on ${order} at this moment.`, {
    title: 'The order is busy',
    hint: 'Wait until that is done, and look at the order again.',
  });
}

function impossible(detail: string): DeskProblem {
  return new DeskProblem(409, 'impossible', detail, {
    title: 'Not possible now',
    hint: 'The order may have moved on since the page was opened. Load it again.',
  });
}
