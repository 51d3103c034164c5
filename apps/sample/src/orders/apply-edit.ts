import type { EditableHeader, EditableLine, FieldProblem, OrderEdit } from '../../contract/index.js';
import { DeskProblem } from '../desk-problem.js';
import type { OrderLine } from '../models/order-line.js';
import { dateFromDay } from '../models/plain-day.js';
import type { SalesOrder } from '../models/sales-order.js';
import { headerMembers, lineMembers } from './order-members.js';

const dateMembers: readonly string[] = ['Date', 'RequestedOn'];

/** A record with members by name. */
type Settable = Pick<SalesOrder, 'get' | 'set'>;

/** Where the rows of an edit stand in the order after `applyEdit`: the page's path of each. */
export type RowPaths = ReadonlyMap<OrderLine, string>;

/**
 * Does to an order what the visitor asked for, in memory: `order.toWire()` then is what would be sent, which is what
 * changed and nothing else.
 *
 * @throws DeskProblem 422 with `errors` for days that are none and lines that are gone
 */
export function applyEdit(order: SalesOrder, { header = {}, note, lines = {} }: OrderEdit): RowPaths {
  const errors: FieldProblem[] = [];
  setMembers(order, headerMembers, header, 'header', errors);
  if (note !== undefined && note !== (order.note ?? '')) order.note = note;
  const paths = new Map(order.Details.map((line) => [line, `lines.${line.id ?? ''}`]));
  const find = (id: string): OrderLine | undefined => {
    const line = order.Details.find((candidate) => candidate.id === id);
    if (line === undefined) errors.push({ path: `lines.${id}`, message: 'This line is not in the order any more.' });
    return line;
  };
  for (const { id, ...change } of lines.change ?? []) {
    const line = find(id);
    if (line !== undefined) setMembers(line, lineMembers, change, `lines.${id}`, errors);
  }
  for (const id of lines.remove ?? []) {
    const line = find(id);
    if (line !== undefined) order.Details.remove(line);
  }
  for (const [index, line] of (lines.add ?? []).entries()) {
    const added = order.Details.add({});
    paths.set(added, `lines.add.${index}`);
    setMembers(added, lineMembers, line, `lines.add.${index}`, errors);
  }
  if (errors.length > 0) throw refused(errors);
  return paths;
}

/** 422 with what is wrong, where. */
export function refused(errors: readonly FieldProblem[], detail?: string): DeskProblem {
  const message = detail ?? errors.map((error) => error.message).join(' ');
  return new DeskProblem(422, 'refused', message, { title: 'The order was not saved', errors });
}

function setMembers(
  record: Settable,
  members: Readonly<Record<string, string>>,
  changes: Partial<EditableHeader> | Partial<EditableLine>,
  path: string,
  errors: FieldProblem[],
): void {
  for (const [name, value] of Object.entries(
    changes as Readonly<Record<string, string | number | boolean | null | undefined>>,
  )) {
    const member = Object.hasOwn(members, name) ? members[name] : undefined;
    if (member === undefined || value === undefined) continue;
    try {
      record.set(member, erpValue(member, value));
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      errors.push({ path: `${path}.${name}`, message: error.message });
    }
  }
}

/** An empty text clears. */
function erpValue(member: string, value: string | number | boolean | null): unknown {
  if (value === '' || value === null) return null;
  return dateMembers.includes(member) && typeof value === 'string' ? dateFromDay(value) : value;
}
