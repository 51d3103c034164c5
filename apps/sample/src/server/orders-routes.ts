import { Readable } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import type { Desk } from '../desk.js';
import { csvOfOrders } from '../orders/csv-of-orders.js';
import { compileOrders, listOrders, searchOrders } from '../orders/list-orders.js';
import { orderFields } from '../orders/order-fields.js';

const maxFilterLength = 8_000;

const question = {
  filter: { type: 'string', maxLength: maxFilterLength },
  sort: { type: 'string', maxLength: 100 },
} as const;

const querystring = (more: object = {}): object => ({
  type: 'object',
  additionalProperties: false,
  properties: { ...question, ...more },
});

const positive = (pattern: string): object => ({ type: 'string', pattern });

interface Question {
  readonly filter?: string;
  readonly sort?: string;
}

/** The list of orders: what it can be asked, what the question compiles to, its pages, and all of it as a file. */
export function addOrdersRoutes(server: FastifyInstance, { client, customers }: Desk): void {
  server.get('/api/orders/fields', () => orderFields(client.schema));

  server.get<{ Querystring: Question }>('/api/orders/odata', { schema: { querystring: querystring() } }, ({ query }) =>
    compileOrders(searchOrders(query, client.schema)),
  );

  server.get<{ Querystring: Question & { readonly page?: string; readonly pageSize?: string } }>(
    '/api/orders',
    {
      schema: {
        querystring: querystring({ page: positive('^[1-9]\\d{0,5}$'), pageSize: positive('^([1-9]\\d?|100)$') }),
      },
    },
    ({ query }) =>
      listOrders(
        searchOrders(query, client.schema),
        { page: Number(query.page ?? 1), pageSize: Number(query.pageSize ?? 25) },
        customers,
      ),
  );

  server.get<{ Querystring: Question }>(
    '/api/orders.csv',
    { schema: { querystring: querystring() }, config: { isDownload: true } },
    ({ query }, reply) => {
      const search = searchOrders(query, client.schema);
      reply.header('Content-Disposition', 'attachment; filename="orders.csv"');
      reply.type('text/csv; charset=utf-8');
      return reply.send(Readable.from(csvOfOrders(search, customers)));
    },
  );
}
