import { AcumaticaValidationError } from 'acurecord';
import type { FieldProblem, OrderEdit, WirePreview } from '../../contract/index.js';
import type { CustomerIndex } from '../customers/customer-index.js';
import { DeskProblem } from '../desk-problem.js';
import type { SalesOrder } from '../models/sales-order.js';
import { applyEdit, refused } from './apply-edit.js';
import type { RowPaths } from './apply-edit.js';
import { findConflict } from './find-conflict.js';
import { orderDocument } from './order-document.js';
import { headerMembers, lineMembers, pageName } from './order-members.js';

/** What saving an edit would send: exactly that, and whether there is anything. */
export function previewEdit(order: SalesOrder, edit: OrderEdit): WirePreview {
  applyEdit(order, edit);
  const { schema } = order.client;
  const endpoint = schema === undefined ? '' : `/entity/${schema.endpoint}/${schema.version}`;
  return { empty: !order.isDirty, method: 'PUT', path: `${endpoint}/SalesOrder`, payload: order.toWire() };
}

/**
 * Saves an edit of an order that was just read.
 *
 * @throws DeskProblem 409 with both versions where somebody else was faster, 422 with the places that are wrong
 */
export async function saveEdit(order: SalesOrder, edit: OrderEdit, customers: CustomerIndex): Promise<SalesOrder> {
  const fields = edit.overwrite === true ? undefined : findConflict(order, edit);
  if (fields !== undefined) {
    throw new DeskProblem(409, 'conflict', 'Somebody else has changed this order since you opened it.', {
      title: 'Changed by somebody else',
      hint: 'Compare both versions, then save yours over theirs or start again from theirs.',
      more: { yours: edit, theirs: await orderDocument(order, customers), fields },
    });
  }
  const rows = applyEdit(order, edit);
  try {
    return await order.save({ expand: ['Details', 'Shipments'] });
  } catch (error) {
    if (!AcumaticaValidationError.is(error)) throw error;
    const errors = error.issues.map(({ path, value, message }) => problemAt(order, rows, { path, value, message }));
    throw refused(errors, errors.length === 0 ? error.message : undefined);
  }
}

interface Issue {
  readonly path: string;
  readonly value: unknown;
  readonly message: string;
}

/** A fault at the place of the page that it is about: `Details[1].OrderQty` is `lines.<id>.quantity`. */
function problemAt(order: SalesOrder, rows: RowPaths, { path, value, message }: Issue): FieldProblem {
  const [, index, member] = /^Details\[(\d+)\](?:\.(\w+))?/.exec(path) ?? [];
  if (index === undefined) return { path: path === '' ? '' : headerPath(path), message };
  const row = rowMeant(order, Number(index), member, value);
  const place = (row && rows.get(row)) ?? 'lines';
  const name = member === undefined ? '' : `.${pageName(lineMembers, member)}`;
  // Our own rules begin their messages with the place, which the page shows anyway.
  return { path: `${place}${name}`, message: message.replace(/^Details\[\d+\]\./, '') };
}

/** The row at the place, unless its value says that the ERP counts differently. */
function rowMeant(order: SalesOrder, index: number, member: string | undefined, value: unknown) {
  const row = order.Details.at(index);
  if (member === undefined || value === undefined || value === null || row?.get(member) === value) return row;
  return order.Details.find((candidate) => candidate.get(member) === value) ?? row;
}

function headerPath(path: string): string {
  return path === 'note' ? 'note' : `header.${pageName(headerMembers, path)}`;
}
