import type { FastifyInstance } from 'fastify';
import type { CustomerPage, StockItemRow } from '../../contract/index.js';
import { customerFields, customerRow } from '../customers/customer-row.js';
import { Customer } from '../models/customer.js';
import { StockItem } from '../models/stock-item.js';

const shownCustomers = 25;
const shownItems = 20;

const schema = {
  querystring: {
    type: 'object',
    additionalProperties: false,
    properties: { q: { type: 'string', maxLength: 100 } },
  },
} as const;

/** Customers and items by a piece of their number or name. A search that its page has given up ends in the ERP too. */
export function addCustomerRoutes(server: FastifyInstance): void {
  server.get<{ Querystring: { readonly q?: string } }>(
    '/api/customers',
    { schema },
    async ({ query: { q = '' } }): Promise<CustomerPage> => {
      const found = await Customer.matching(q.trim())
        .select(...customerFields)
        .expand('MainContact/Address', 'CreditVerificationRules')
        .take(shownCustomers + 1)
        .fallback('each')
        .toArray();
      return { rows: found.slice(0, shownCustomers).map(customerRow), hasMore: found.length > shownCustomers };
    },
  );

  server.get<{ Querystring: { readonly q?: string } }>(
    '/api/stock-items',
    { schema },
    async ({ query: { q = '' } }): Promise<StockItemRow[]> => {
      const items = await StockItem.matching(q.trim())
        .select('InventoryID', 'Description', 'DefaultPrice')
        .take(shownItems)
        .toArray();
      return items.map(({ InventoryID, Description, DefaultPrice }) => ({
        inventoryId: InventoryID ?? '',
        description: Description ?? null,
        price: DefaultPrice ?? 0,
      }));
    },
  );
}
