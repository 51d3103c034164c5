import type { EditableHeader, EditableLine, OrderDocument } from '../../../contract/index.js';

/** A text field of the head. */
export type HeaderField = Exclude<keyof EditableHeader, 'hold'>;

/** A field of a line. */
export type LineField = keyof EditableLine;

/** What stands in the inputs of a line, as typed. */
export type LineText = Readonly<Record<LineField, string>>;

/** A line that is not in the ERP yet; `key` tells it from the others. */
export type AddedLine = LineText & { readonly key: string };

/** What somebody changed on an order and did not save: as typed, and only what differs from the order. */
export interface OrderDraft {
  readonly header: Readonly<Partial<Record<HeaderField, string>>>;
  readonly hold?: boolean;
  readonly note?: string;
  /** By the line's id. */
  readonly changed: Readonly<Record<string, Partial<LineText>>>;
  /** Ids of lines. */
  readonly removed: readonly string[];
  readonly added: readonly AddedLine[];
}

/** What can happen to a draft. */
export type DraftChange =
  | { readonly kind: 'header'; readonly field: HeaderField; readonly text: string }
  | { readonly kind: 'hold'; readonly hold: boolean }
  | { readonly kind: 'note'; readonly text: string }
  | { readonly kind: 'line'; readonly id: string; readonly field: LineField; readonly text: string }
  | { readonly kind: 'remove' | 'restore'; readonly id: string }
  | { readonly kind: 'add' }
  | { readonly kind: 'added'; readonly key: string; readonly text: Partial<LineText> }
  | { readonly kind: 'drop'; readonly key: string }
  | { readonly kind: 'reset' };

export const noDraft: OrderDraft = { header: {}, changed: {}, removed: [], added: [] };

const blankLine: LineText = {
  inventoryId: '',
  description: '',
  quantity: '1',
  unitPrice: '',
  discountPercent: '',
  warehouse: '',
};

/** Whether there is something to save. */
export function isDirty({ header, hold, note, changed, removed, added }: OrderDraft): boolean {
  const isSame = hold === undefined && note === undefined && removed.length === 0 && added.length === 0;
  return !isSame || Object.keys(header).length > 0 || Object.keys(changed).length > 0;
}

/** A value of the order as its input shows it. */
export function textOf(value: string | number | null): string {
  return value === null ? '' : String(value);
}

/** The draft after a change. What is typed back to what the order says is no change. */
export function changeDraft(order: OrderDocument, draft: OrderDraft, change: DraftChange): OrderDraft {
  switch (change.kind) {
    case 'header':
      return { ...draft, header: put(draft.header, change.field, change.text, textOf(order.header[change.field])) };
    case 'hold': {
      const { hold: _, ...rest } = draft;
      return change.hold === order.header.hold ? rest : { ...rest, hold: change.hold };
    }
    case 'note': {
      const { note: _, ...rest } = draft;
      return change.text === order.note ? rest : { ...rest, note: change.text };
    }
    case 'line':
      return { ...draft, changed: changeLine(order, draft.changed, change) };
    case 'remove':
      return { ...draft, removed: [...draft.removed, change.id] };
    case 'restore':
      return { ...draft, removed: draft.removed.filter((id) => id !== change.id) };
    case 'add':
      return { ...draft, added: [...draft.added, { ...blankLine, key: crypto.randomUUID() }] };
    case 'added':
      return {
        ...draft,
        added: draft.added.map((line) => (line.key === change.key ? { ...line, ...change.text } : line)),
      };
    case 'drop':
      return { ...draft, added: draft.added.filter(({ key }) => key !== change.key) };
    case 'reset':
      return noDraft;
  }
}

function changeLine(
  order: OrderDocument,
  changed: OrderDraft['changed'],
  { id, field, text }: Extract<DraftChange, { kind: 'line' }>,
): OrderDraft['changed'] {
  const line = order.lines.find((known) => known.id === id);
  if (line === undefined) return changed;
  const { [id]: before = {}, ...others } = changed;
  const after = put(before, field, text, textOf(line[field]));
  return Object.keys(after).length === 0 ? others : { ...others, [id]: after };
}

function put<Texts extends Readonly<Partial<Record<string, string>>>>(
  texts: Texts,
  field: keyof Texts & string,
  text: string,
  original: string,
): Texts {
  const { [field]: _, ...rest } = texts;
  return (text === original ? rest : { ...rest, [field]: text }) as Texts;
}
