import type { ODataSet } from '../odata-set.js';
import { items, stock } from './item-tables.js';
import { addresses, lines, orders } from './order-tables.js';
import { contacts, customers } from './people-tables.js';

/** A few tables behind the forms, with the values the database holds instead of labels, by the entity they are made of. */
const tables: readonly (readonly [entity: string, table: ODataSet])[] = [
  ['Customer', customers],
  ['Contact', contacts],
  ['StockItem', items],
  ['StockItem', stock],
  ['SalesOrder', orders],
  ['SalesOrder', lines],
  ['SalesOrder', addresses],
];

/** The tables of a site that has these entities. */
export function knownTables(hasEntity: (name: string) => boolean): ODataSet[] {
  return tables.filter(([entity]) => hasEntity(entity)).map(([, table]) => table);
}
