import { PassThrough } from 'node:stream';
import type { FastifyReply } from 'fastify';
import type { ActionProgress, OrderActionName } from '../../contract/index.js';
import type { CustomerIndex } from '../customers/customer-index.js';
import type { SalesOrder } from '../models/sales-order.js';
import { runOrderAction } from '../orders/order-actions.js';
import { orderDocument } from '../orders/order-document.js';
import { problemFromError } from './problem.js';

const tickMs = 1_000;

/**
 * Runs an action and tells its progress as lines of JSON; resolves when it is over. It goes on when the browser has
 * gone: the ERP would finish it anyway.
 */
export async function streamAction(
  reply: FastifyReply,
  order: SalesOrder,
  action: OrderActionName,
  customers: CustomerIndex,
): Promise<void> {
  const lines = new PassThrough();
  const startedAt = performance.now();
  const tell = (progress: ActionProgress): void => void lines.write(`${JSON.stringify(progress)}\n`);
  const tick = (): void => tell({ state: 'running', seconds: Math.round((performance.now() - startedAt) / 100) / 10 });
  reply.type('application/x-ndjson').send(lines);
  tick();
  const timer = setInterval(tick, tickMs);
  try {
    const created = await runOrderAction(order, action);
    tell({ state: 'done', order: await orderDocument(order, customers), ...(created && { created }) });
  } catch (error) {
    const problem = problemFromError(error);
    if (problem.status === 500) reply.log.error(error);
    tell({ state: 'failed', problem });
  } finally {
    clearInterval(timer);
    lines.end();
  }
}
