import type { EditableRecord } from '../../store/stored-record.js';
import type { ActionRule, EntityRules, RuleWorld } from '../entity-rules.js';
import { freeEntity, freeRows } from '../entity-rules.js';
import { setFields, textOf } from '../fields.js';
import { displayName } from './contact-rules.js';

/** What the form asks when a case is opened or closed. */
const dialog = { FilterPreview: { Reason: 'String' } } as const;

/** `Reason` of the dialog, which comes as a custom parameter or by its own name. */
function reasonOf(parameters: Parameters<ActionRule['run']>[2], otherwise: string): string {
  const given = parameters.get('Reason');
  return typeof given === 'string' ? given : otherwise;
}

function open(record: EditableRecord, _world: RuleWorld, parameters: Parameters<ActionRule['run']>[2]): void {
  setFields(record, {
    Status: 'Open',
    Reason: reasonOf(parameters, 'In Process'),
    ClosingDate: null,
    ResolutionTime: null,
  });
}

function close(record: EditableRecord, world: RuleWorld, parameters: Parameters<ActionRule['run']>[2]): void {
  const hours = Math.max(
    0,
    Math.round((Date.parse(world.now) - Date.parse(textOf(record, 'DateReported') || world.now)) / 3_600_000),
  );
  const time = `${String(Math.floor(hours / 24))}d ${String(hours % 24)}h`;
  setFields(record, {
    Status: 'Closed',
    Reason: reasonOf(parameters, 'Resolved'),
    ClosingDate: world.now,
    ResolutionTime: time,
  });
}

/** Cases: opened, closed, released. */
export const caseRules: EntityRules = {
  ...freeEntity,
  autoNumber: { field: 'CaseID', prefix: '', digits: 6, always: true },
  required: { ClassID: 'Class ID', Subject: 'Subject' },
  defaults: {
    ClassID: 'SUPPORT',
    Status: 'New',
    Reason: 'Unassigned',
    Priority: 'Medium',
    Severity: 'Medium',
    Billable: false,
    DateReported: (_record, world) => world.now,
    Location: 'MAIN',
    NoteID: (record) => record.id,
  },
  references: {
    BusinessAccount: { entity: 'Customer', label: 'Business Account' },
    ContactID: { entity: 'Contact', label: 'Contact' },
  },
  calculated: [
    'BusinessAccountName',
    'ClosingDate',
    'ContactDisplayName',
    'LastActivityDate',
    'LastModifiedDateTime',
    'NoteID',
    'ResolutionTime',
    'Status',
  ],
  choices: {
    Priority: { Low: 'L', Medium: 'M', High: 'H' },
    Severity: { Low: 'L', Medium: 'M', High: 'H', Urgent: 'U' },
  },
  rows: {
    Activities: {
      ...freeRows,
      required: { Summary: 'Summary' },
      defaults: { Type: 'Note', Status: 'Completed', StartDate: (_row, world) => world.now },
    },
  },
  recalculate: (record, world) => {
    const customer = world.find('Customer', textOf(record, 'BusinessAccount'));
    const contact = world.find('Contact', record.fields.get('ContactID') ?? null);
    setFields(record, {
      BusinessAccountName: customer === undefined ? null : textOf(customer, 'CustomerName'),
      ContactDisplayName: contact === undefined ? null : displayName(contact),
    });
  },
  locked: (record) =>
    textOf(record, 'Status') === 'Released'
      ? `Case ${textOf(record, 'CaseID')} cannot be changed: it is released.`
      : undefined,
  actions: {
    Open: { from: ['New', 'Closed', 'Pending Customer'], long: false, dialog, run: open },
    TakeCase: {
      from: ['New', 'Open', 'Pending Customer'],
      long: false,
      run: (record) => setFields(record, { Owner: 'admin', Status: 'Open' }),
    },
    AssignCase: {
      from: ['New', 'Open', 'Pending Customer'],
      long: true,
      run: (record) => setFields(record, { Owner: 'admin', Workgroup: 'Support', Status: 'Open' }),
    },
    PendingCustomer: {
      from: ['New', 'Open'],
      long: false,
      run: (record) => setFields(record, { Status: 'Pending Customer', Reason: 'More Info Requested' }),
    },
    Close: { from: ['New', 'Open', 'Pending Customer'], long: false, dialog, run: close },
    ReleaseCase: { from: ['Closed'], long: true, run: (record) => setFields(record, { Status: 'Released' }) },
  },
};
