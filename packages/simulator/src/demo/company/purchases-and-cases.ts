import { addDays, amountOf, textOf } from '../fields.js';
import { itemIds } from './goods.js';
import { insertRecord, performAction } from './insert-record.js';
import type { MemoryWorld } from './memory-world.js';

const purchaseCount = 48;
const caseCount = 60;

const subjects = [
  'Glasses arrived broken',
  'Invoice shows the wrong price',
  'Delivery is late',
  'How do I return an item?',
  'Blender does not start',
  'Please change the delivery address',
] as const;

/** What the company buys. */
export function purchase(world: MemoryWorld, today: string): void {
  const { random } = world;
  const vendors = world.all('Vendor');
  for (let index = 0; index < purchaseCount; index += 1) {
    world.businessDate = addDays(today, -4 * (purchaseCount - index));
    const vendor = vendors[random.int(0, vendors.length - 1)];
    if (vendor === undefined) continue;
    const first = random.int(0, itemIds.length - 6);
    const order = insertRecord(world, 'PurchaseOrder', {
      fields: {
        VendorID: textOf(vendor, 'VendorID'),
        VendorRef: `V-${String(random.int(10_000, 99_999))}`,
        Description: 'Restock',
        PromisedOn: addDays(world.businessDate, amountOf(vendor, 'LeadTimedays')),
        Hold: random.chance(0.1),
      },
      rows: {
        Details: itemIds
          .slice(first, first + random.int(1, 6))
          .map((InventoryID) => ({ InventoryID, OrderQty: random.int(20, 200) })),
      },
    });
    const isOld = purchaseCount - index > 10;
    if (isOld && textOf(order, 'Status') === 'Open' && random.chance(0.8)) receive(world, order);
  }
}

function receive(world: MemoryWorld, order: ReturnType<typeof insertRecord>): void {
  for (const line of order.details.get('Details') ?? []) {
    line.fields.set('QtyOnReceipts', amountOf(line, 'OrderQty'));
    line.fields.set('ReceivedAmount', amountOf(line, 'ExtendedCost'));
    line.fields.set('Completed', true);
  }
  performAction(world, 'PurchaseOrder', order, 'CompleteOrder');
}

/** What customers ask for help with. */
export function openCases(world: MemoryWorld, today: string): void {
  const { random } = world;
  const contacts = world
    .all('Contact')
    .filter((contact) => world.find('Customer', textOf(contact, 'BusinessAccount')) !== undefined);
  for (let index = 0; index < caseCount; index += 1) {
    world.businessDate = addDays(today, -2 * (caseCount - index));
    const contact = contacts[random.int(0, contacts.length - 1)];
    if (contact === undefined) continue;
    const subject = random.pick(subjects);
    const record = insertRecord(world, 'Case', {
      fields: {
        Subject: subject,
        Description: `${subject}. Please call back.`,
        BusinessAccount: textOf(contact, 'BusinessAccount'),
        ContactID: contact.fields.get('ContactID') ?? null,
        Priority: random.pick(['Low', 'Medium', 'Medium', 'High']),
        Severity: random.pick(['Low', 'Medium', 'High', 'Urgent']),
        ClassID: random.pick(['SUPPORT', 'BILLING']),
      },
      rows: { Activities: [{ Summary: 'First call', Type: 'Phone Call', Owner: 'admin', TimeSpent: '00:15' }] },
    });
    if (index < caseCount - 8) carryOn(world, record);
  }
}

function carryOn(world: MemoryWorld, record: ReturnType<typeof insertRecord>): void {
  const { random } = world;
  performAction(world, 'Case', record, 'TakeCase');
  if (random.chance(0.2)) performAction(world, 'Case', record, 'PendingCustomer');
  if (random.chance(0.6)) {
    world.businessDate = addDays(world.businessDate, random.int(0, 2));
    performAction(world, 'Case', record, 'Close');
  }
}
