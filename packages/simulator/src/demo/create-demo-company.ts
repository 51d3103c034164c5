import { openAccounts } from './company/accounts.js';
import { stockGoods } from './company/goods.js';
import { enterBills } from './company/bills.js';
import { MemoryWorld } from './company/memory-world.js';
import { openCases, purchase } from './company/purchases-and-cases.js';
import { trade } from './company/trade.js';
import { addDays } from './fields.js';
import { computeBalance } from './rules/customer-balance.js';

/**
 * Makes the data of the demo company: customers, contacts, vendors, goods and half a year of trade between them. It
 * is made by the same rules that serve requests, so totals add up and keys refer. The same seed and day give the same
 * data; another day moves all dates and nothing else.
 *
 * @param seed Of all that is random in it.
 * @param today Last day of the trade, `yyyy-mm-dd…`.
 */
export function createDemoCompany(seed: number, today: string): MemoryWorld {
  const day = addDays(today.slice(0, 10), 0);
  const world = new MemoryWorld(seed, addDays(day, -365));
  stockGoods(world);
  openAccounts(world);
  trade(world, day);
  purchase(world, day);
  openCases(world, day);
  enterBills(world, day);
  world.businessDate = day;
  for (const customer of world.all('Customer')) computeBalance(customer, world);
  return world;
}
