import type {
  EditableHeader,
  EditableLine,
  FieldProblem,
  NewLine,
  OrderDocument,
  OrderEdit,
} from '../../../contract/index.js';
import { numberFrom } from './number-from.js';
import type { AddedLine, LineField, LineText, OrderDraft } from './order-draft.js';

/** What a draft asks the server for, and what cannot be asked because it is no value. */
export interface DraftedEdit {
  readonly edit: OrderEdit;
  readonly problems: readonly FieldProblem[];
}

/** Makes the edit of a draft: only what is different, with what the visitor saw before. */
export function editFromDraft(order: OrderDocument, draft: OrderDraft): DraftedEdit {
  const problems: FieldProblem[] = [];
  const header = headerOf(draft);
  const names = Object.keys(header) as (keyof EditableHeader)[];
  const lines = linesOf(draft, problems);
  const edit: OrderEdit = {
    base: {
      lastModified: order.header.lastModified,
      ...(names.length > 0 && { header: Object.fromEntries(names.map((name) => [name, order.header[name]])) }),
      ...(draft.note !== undefined && { note: order.note }),
    },
    ...(names.length > 0 && { header }),
    ...(draft.note !== undefined && { note: draft.note }),
    ...(lines && { lines }),
  };
  return { edit, problems };
}

function headerOf({ header, hold }: OrderDraft): Partial<EditableHeader> {
  const values = Object.entries(header).map(([name, text]) => [name, name === 'customerId' ? text : text || null]);
  return { ...(Object.fromEntries(values) as Partial<EditableHeader>), ...(hold !== undefined && { hold }) };
}

function linesOf({ changed, removed, added }: OrderDraft, problems: FieldProblem[]): OrderEdit['lines'] {
  const gone = new Set(removed);
  const change = Object.entries(changed)
    .filter(([id]) => !gone.has(id))
    .map(([id, text]) => ({ id, ...lineOf(text, `lines.${id}`, problems) }));
  const add = added.map((line, place) => newLineOf(line, `lines.add.${String(place)}`, problems));
  if (change.length === 0 && add.length === 0 && removed.length === 0) return undefined;
  return {
    ...(add.length > 0 && { add }),
    ...(change.length > 0 && { change }),
    ...(removed.length > 0 && { remove: removed }),
  };
}

function newLineOf({ key: _, ...text }: AddedLine, path: string, problems: FieldProblem[]): NewLine {
  if (text.inventoryId.trim() === '') problems.push({ path: `${path}.inventoryId`, message: 'Choose an item.' });
  // What is left empty the ERP fills in from the item.
  const filled = Object.entries(text).filter(([name, value]) => name === 'quantity' || value.trim() !== '');
  const line = lineOf(Object.fromEntries(filled), path, problems);
  return { inventoryId: '', quantity: 0, ...line };
}

function lineOf(text: Partial<LineText>, path: string, problems: FieldProblem[]): Partial<EditableLine> {
  const values: Partial<Record<LineField, string | number | null>> = {};
  for (const [name, typed] of Object.entries(text) as [LineField, string][]) {
    if (numbers.has(name)) {
      const number = numberFrom(typed);
      if (number === undefined) problems.push({ path: `${path}.${name}`, message: 'Enter a number.' });
      values[name] = number ?? 0;
    } else values[name] = typed.trim() || (name === 'inventoryId' ? '' : null);
  }
  return values as Partial<EditableLine>;
}

const numbers = new Set<LineField>(['quantity', 'unitPrice', 'discountPercent']);
