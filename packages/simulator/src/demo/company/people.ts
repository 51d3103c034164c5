import { createContext } from '../../generate/record-context.js';
import type { RecordContext } from '../../generate/record-context.js';
import { domainOf } from '../../generate/record-context.js';
import { jobTitles, streets } from '../../generate/vocabulary.js';
import type { EditableRecord } from '../../store/stored-record.js';
import { setCustom, setFields } from '../fields.js';
import { insertRecord } from './insert-record.js';
import type { MemoryWorld } from './memory-world.js';

/** The account number by which the company is known: letters and digits of its name, nine at most. */
export function accountId(world: MemoryWorld, entity: string, name: string): string {
  const base = name
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '')
    .slice(0, 9);
  for (let copy = 1; ; copy += 1) {
    const id = copy === 1 ? base : base.slice(0, 8) + String(copy);
    if (world.find(entity, id) === undefined) return id;
  }
}

/** Who and where a company is. */
export function companyContext(world: MemoryWorld, index: number, name: string): RecordContext {
  return { ...createContext(world.random, index, ''), company: name };
}

function addressOf(world: MemoryWorld, { place }: RecordContext): EditableRecord {
  const address = world.create();
  setFields(address, {
    AddressLine1: `${String(world.random.int(1, 999))} ${world.random.pick(streets)}`,
    City: place.city,
    State: place.state,
    PostalCode: place.postalCode,
    Country: 'US',
    Validated: true,
  });
  return address;
}

const phoneOf = (world: MemoryWorld, { place }: RecordContext): string =>
  `+1 (${place.areaCode}) 555-${String(world.random.int(0, 9999)).padStart(4, '0')}`;

/** How the company itself is reached; shown inside the company, no record of its own. */
export function mainContact(world: MemoryWorld, context: RecordContext): EditableRecord {
  const contact = world.create();
  setFields(contact, {
    CompanyName: context.company,
    Attention: `${context.firstName} ${context.lastName}`,
    DisplayName: context.company,
    Email: `info@${domainOf(context.company)}`,
    Phone1: phoneOf(world, context),
    Phone1Type: 'Business 1',
    WebSite: `https://www.${domainOf(context.company)}`,
    Active: true,
  });
  contact.links.set('Address', addressOf(world, context));
  return contact;
}

/** A person of the company, as a record of its own. */
export function addPerson(world: MemoryWorld, context: RecordContext, accountId: string): EditableRecord {
  const { firstName, lastName, company } = context;
  const contact = insertRecord(world, 'Contact', {
    fields: {
      FirstName: firstName,
      LastName: lastName,
      CompanyName: company,
      BusinessAccount: accountId,
      Email: `${firstName}.${lastName}@${domainOf(company)}`.toLowerCase(),
      Phone1: phoneOf(world, context),
      Phone1Type: 'Business 1',
      JobTitle: world.random.pick(jobTitles),
      Status: world.random.chance(0.9) ? 'Active' : 'Inactive',
    },
    links: { Address: addressOf(world, context) },
  });
  setCustom(contact, 'ContactCurrent.UsrNewsletter', 'Boolean', world.random.chance(0.5));
  return contact;
}
