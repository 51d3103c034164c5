import { companyForms, companyStarts, companyTrades } from '../../generate/vocabulary.js';
import type { EditableRecord } from '../../store/stored-record.js';
import { setCustom, setFields, textOf } from '../fields.js';
import { insertRecord } from './insert-record.js';
import type { NewRecord } from './insert-record.js';
import type { MemoryWorld } from './memory-world.js';
import { accountId, addPerson, companyContext, mainContact } from './people.js';

/** Customers everybody may rely on; more are made up. */
const wellKnown = [
  'A Bar & Tender',
  'Alta Ace Hotels',
  'Blue Harbor Grill',
  'City Lights Lounge',
  'Downtown Diner',
  'Elm Street Catering',
  'Fox & Hound Pub',
  'Grand Plaza Events',
  "O'Malley's Tavern",
  'Zephyr Rooftop Bar',
];

const customerCount = 64;
const vendorCount = 16;

const customerClasses = {
  DEFAULT: ['Standard customers', '30D', 20_000, 'NYSTATE'],
  KEY: ['Key accounts', '60D', 100_000, 'NYSTATE'],
  LOCAL: ['Local bars and restaurants', '15D', 10_000, 'NYSTATE'],
  EXEMPT: ['Tax-exempt organisations', '30D', 15_000, 'EXEMPT'],
} as const;

/** Customer classes, customers and vendors, with their people. */
export function openAccounts(world: MemoryWorld): void {
  for (const [id, [description, terms, limit, zone]] of Object.entries(customerClasses))
    insertRecord(world, 'CustomerClass', {
      fields: {
        ClassID: id,
        Description: description,
        Terms: terms,
        CreditLimit: limit,
        TaxZoneID: zone,
        ShipVia: 'GROUND',
        StatementCycleID: 'MONTHLY',
        CreditVerification: 'Limit',
        ARAccount: '11000',
        ARSubaccount: '000000',
        PrintStatements: true,
      },
    });
  for (let index = 0; index < customerCount; index += 1) addCustomer(world, index);
  for (let index = 0; index < vendorCount; index += 1) addVendor(world, index);
}

function companyName({ random }: MemoryWorld): string {
  return `${random.pick(companyStarts)} ${random.pick(companyTrades)} ${random.pick(companyForms)}`;
}

function addCustomer(world: MemoryWorld, index: number): void {
  const { random } = world;
  const name = wellKnown[index] ?? companyName(world);
  const id = accountId(world, 'Customer', name);
  const people = Array.from({ length: random.int(1, 3) }, () =>
    addPerson(world, companyContext(world, index, name), id),
  );
  const main = mainContact(world, companyContext(world, index, name));
  const isKnown = index < wellKnown.length;
  const customer = insertRecord(world, 'Customer', {
    fields: {
      CustomerID: id,
      CustomerName: name,
      CustomerClass: isKnown ? 'LOCAL' : random.pick(['DEFAULT', 'DEFAULT', 'KEY', 'LOCAL', 'EXEMPT']),
      Status: isKnown || random.chance(0.85) ? 'Active' : random.pick(['On Hold', 'Credit Hold', 'Inactive']),
      Email: textOf(main, 'Email'),
      BAccountID: 5000 + index,
      PrimaryContactID: people[0]?.fields.get('ContactID') ?? null,
      TaxRegistrationID: `US${String(random.int(1e8, 9e8))}`,
    },
    links: { MainContact: main, BillingContact: main, ShippingContact: main },
    rows: customerRows(world, people),
  });
  linkPeople(customer, people);
  setCustom(customer, 'CurrentCustomer.UsrRegion', 'String', random.pick(['EAST', 'WEST', 'SOUTH']));
  setCustom(customer, 'CurrentCustomer.UsrLoyaltyPoints', 'Int', random.int(0, 500));
  setCustom(customer, 'CurrentCustomer.UsrKeyAccount', 'Boolean', textOf(customer, 'CustomerClass') === 'KEY');
}

function customerRows({ random, now }: MemoryWorld, people: readonly EditableRecord[]): NonNullable<NewRecord['rows']> {
  const salesperson = { SalespersonID: `SP000${String(random.int(1, 5))}`, Name: 'Sales Team', Commission: 3 };
  const industry = { AttributeID: 'INDUSTRY', AttributeDescription: 'Industry', Required: false, IsActive: true };
  return {
    Contacts: people.map(({ fields }) => ({ ContactID: fields.get('ContactID') ?? null, LastModifiedDateTime: now })),
    Salespersons: [{ ...salesperson, Default: true, LocationID: 'MAIN', LocationName: 'Primary Location' }],
    Attributes: [{ ...industry, Value: random.pick(['BAR', 'HOTEL', 'RETAIL']) }],
  };
}

function addVendor(world: MemoryWorld, index: number): void {
  const name = companyName(world);
  const id = accountId(world, 'Vendor', name);
  const context = companyContext(world, index, name);
  const people = [addPerson(world, companyContext(world, index, name), id)];
  const main = mainContact(world, context);
  const vendor = insertRecord(world, 'Vendor', {
    fields: {
      VendorID: id,
      VendorName: name,
      LegalName: name,
      APAccount: '20000',
      CashAccount: '10200',
      LeadTimedays: world.random.int(2, 21),
      Warehouse: 'MAIN',
      TaxZone: 'EXEMPT',
      Terms: world.random.pick(['15D', '30D', '60D']),
    },
    links: { MainContact: main, RemittanceContact: main },
    rows: { Contacts: people.map(({ fields }) => ({ ContactID: fields.get('ContactID') ?? null })) },
  });
  linkPeople(vendor, people);
}

/** The company shows its people: the first as the primary one, all of them as rows. */
function linkPeople(company: EditableRecord, people: readonly EditableRecord[]): void {
  const [first] = people;
  if (first !== undefined) company.links.set('PrimaryContact', first);
  for (const [index, row] of (company.details.get('Contacts') ?? []).entries()) {
    const person = people[index];
    if (person !== undefined) row.links.set('Contact', person);
    setFields(row, { ContactID: person?.fields.get('ContactID') ?? null });
  }
}
