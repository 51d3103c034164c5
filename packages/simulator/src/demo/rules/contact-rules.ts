import { cloneRecord } from '../../store/clone-record.js';
import type { EditableRecord, StoredRecord } from '../../store/stored-record.js';
import type { ActionRule, EntityRules, RuleWorld } from '../entity-rules.js';
import { RuleViolation, freeEntity } from '../entity-rules.js';
import { addRow, amountOf, edit, rowsOf, setFields, textOf } from '../fields.js';

/** Full name as the form shows it. */
export function displayName(contact: StoredRecord): string {
  return [textOf(contact, 'FirstName'), textOf(contact, 'LastName')].filter((part) => part !== '').join(' ');
}

/** A new person of a company, with a number, not stored yet. */
function createPerson(world: RuleWorld, businessAccount: string, companyName: string): EditableRecord {
  const contact = world.create();
  setFields(contact, {
    ContactID: Number(world.nextNumber('Contact')),
    BusinessAccount: businessAccount,
    CompanyName: companyName,
    Active: true,
    Status: 'Active',
    Type: 'Contact',
    ContactClass: 'DEFAULT',
    LastModifiedDateTime: world.now,
    NoteID: contact.id,
  });
  return contact;
}

const personFields = [
  'FirstName',
  'LastName',
  'JobTitle',
  'Phone1Type',
  'Phone1',
  'Phone2Type',
  'Phone2',
  'Email',
  'ContactClass',
];

/** Creates a contact of a company from the dialog of its form: a record of its own, and a row of the company. */
export function createContactOf(entity: 'Customer' | 'Vendor'): ActionRule {
  return {
    long: false,
    run: (company, world, parameters) => {
      if ((parameters.get('LastName') ?? null) === null) throw new RuleViolation("'Last Name' cannot be empty.");
      const contact = createPerson(world, textOf(company, `${entity}ID`), textOf(company, `${entity}Name`));
      for (const name of personFields) if (parameters.has(name)) contact.fields.set(name, parameters.get(name) ?? null);
      contactRules.recalculate(contact, world);
      const row = addRow(world, company, 'Contacts', { ContactID: contact.fields.get('ContactID') ?? null });
      row.links.set('Contact', contact);
      world.save('Contact', contact);
    },
  };
}

/** People: numbered by the system, named after first and last name. */
export const contactRules: EntityRules = {
  ...freeEntity,
  autoNumber: { field: 'ContactID', prefix: '', digits: 1, always: true },
  required: { LastName: 'Last Name' },
  defaults: {
    Active: true,
    Status: 'Active',
    Type: 'Contact',
    ContactClass: 'DEFAULT',
    ContactMethod: 'Any',
    DoNotCall: false,
    DoNotEmail: false,
    Synchronize: true,
    NoteID: (record) => record.id,
  },
  calculated: ['DisplayName', 'LastModifiedDateTime', 'NoteID'],
  choices: {
    Status: { Active: 'A', Inactive: 'I' },
    ContactMethod: { Any: 'A', Email: 'E', Phone: 'P', Fax: 'F', Mail: 'M' },
  },
  recalculate: (contact) => {
    contact.fields.set('DisplayName', displayName(contact));
  },
  settle: (contact, world) => {
    const id = amountOf(contact, 'ContactID');
    for (const entity of ['Customer', 'Vendor'])
      edit(world, entity, [textOf(contact, 'BusinessAccount')], (company) => {
        if (amountOf(company, 'PrimaryContactID') === id) company.links.set('PrimaryContact', cloneRecord(contact));
        for (const row of rowsOf(company, 'Contacts'))
          if (amountOf(row, 'ContactID') === id) row.links.set('Contact', cloneRecord(contact));
      });
  },
  undeletable: (contact, world) => {
    const id = amountOf(contact, 'ContactID');
    const isUsed = world.all('Case').some((record) => amountOf(record, 'ContactID') === id);
    return isUsed ? `Contact '${displayName(contact)}' cannot be deleted because it is used in a case.` : undefined;
  },
  actions: {
    CheckForContactDuplicates: { long: true, run: () => undefined },
    MarkContactAsValidated: { long: false, run: () => undefined },
  },
};
