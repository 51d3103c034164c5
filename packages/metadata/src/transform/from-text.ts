import { AcumaticaValidationError, didYouMean, nearestNames, refuseUnknownOptions } from '@acurecord/errors';
import type { ValidationIssue } from '@acurecord/errors';
import { entityMetadata } from '../model/entity-metadata.js';
import type { FieldDefinition } from '../model/member-definition.js';
import type { EntityClass } from '../record/entity-class.js';
import type { EntityLike as Entity } from '../record/entity-like.js';
import { fieldFault } from '../rules/field-fault.js';
import { readValue } from '../wire/wire-value.js';
import { textReader } from './read-text.js';
import type { TextReader } from './read-text.js';
import { TEXT_OPTIONS } from './text-options.js';
import type { TextOptions } from './text-options.js';

/** A row of texts by column: what a CSV file or an HTML form gives. */
export type TextRow = Readonly<Record<string, string | null | undefined>>;

/** Columns of every record besides its members. */
const RECORD_COLUMNS: ReadonlyMap<string, FieldDefinition> = new Map([
  ['id', { kind: 'field', name: 'id', type: 'Guid', options: {} }],
  ['note', { kind: 'field', name: 'note', type: 'String', options: {} }],
]);

interface Reading {
  readonly target: object;
  readonly read: TextReader;
  readonly options: TextOptions;
  readonly issues: ValidationIssue[];
}

/** What a column names: the record's field, with the links on the way to it. */
interface Column {
  readonly links: readonly string[];
  readonly field: FieldDefinition;
}

/**
 * A new record from texts. Columns are members, and `MainContact.Email` those of links.
 *
 * @throws AcumaticaValidationError with all faults of the row: unknown columns, texts that are no values of their fields
 */
export function fromText<T extends Entity>(target: EntityClass<T>, row: TextRow, options: TextOptions = {}): T {
  refuseUnknownOptions('fromText()', options, TEXT_OPTIONS);
  const reading: Reading = { target, read: textReader(options), options, issues: [] };
  const init: Record<string, unknown> = {};
  for (const [name, text] of Object.entries(row)) readColumn(init, name, text, reading);
  refuse(reading);
  return new target(init);
}

function readColumn(init: Record<string, unknown>, name: string, given: unknown, reading: Reading): void {
  const column = columnOf(reading.target, name);
  if (typeof column === 'string') return fault(reading, name, given, column);
  if (given === undefined) return;
  if (given !== null && typeof given !== 'string') return fault(reading, name, given, 'is no text');
  const value = valueOf(column.field, given, name, reading);
  if (value === undefined) return;
  let part = init;
  for (const link of column.links) part = (part[link] ??= {}) as Record<string, unknown>;
  part[column.field.name] = value;
}

/** The value of a text; undefined where the field stays untouched, or the text is wrong. */
function valueOf(field: FieldDefinition, text: string | null, name: string, reading: Reading): unknown {
  if (text === null || text.trim() === '') return reading.options.blank === 'clear' ? null : undefined;
  const result = reading.read(text, field.type);
  if ('fault' in result) return void fault(reading, name, text, `${quoted(text)} ${result.fault}`);
  const wrong = fieldFault(field, readValue({ value: result.value }, field.type), false);
  return wrong === undefined ? result.value : void fault(reading, name, text, `${quoted(text)} ${wrong}`);
}

/** The field that a column names, or why it names none. */
function columnOf(target: object, name: string): Column | string {
  const steps = name.split('.');
  const last = steps.pop() ?? '';
  let at = target;
  for (const step of steps) {
    const { members } = entityMetadata(at);
    const member = Object.hasOwn(members, step) ? members[step] : undefined;
    if (member?.kind === 'details')
      return `names rows, and a line of text has one record. Read the rows apart, and add them`;
    if (member?.kind !== 'link') return unknown(at, step);
    at = member.target();
  }
  const { members } = entityMetadata(at);
  const field = Object.hasOwn(members, last) ? members[last] : RECORD_COLUMNS.get(last);
  if (field?.kind === 'field') return { links: steps, field };
  return field === undefined ? unknown(at, last) : `is no field. Name one of its fields, such as ${name}.Name`;
}

function unknown(target: object, name: string): string {
  const { name: entity, members } = entityMetadata(target);
  return `${entity} has no member ${JSON.stringify(name)}.${didYouMean(nearestNames(name, Object.keys(members)))}`;
}

function fault({ issues, options: { line } }: Reading, column: string, value: unknown, what: string): void {
  const place = line === undefined ? column : `line ${line}, ${column}`;
  issues.push({ path: column, value, message: `${place}: ${what}`, column, ...(line !== undefined && { line }) });
}

function quoted(text: string): string {
  return JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}…` : text);
}

function refuse({ target, issues, options: { line } }: Reading): void {
  if (issues.length === 0) return;
  const { name } = entityMetadata(target);
  const place = line === undefined ? 'The text' : `Line ${line}`;
  throw new AcumaticaValidationError(`${place} is no ${name}: ${issues.map(({ message }) => message).join('; ')}`, {
    entity: name,
    issues,
  });
}
