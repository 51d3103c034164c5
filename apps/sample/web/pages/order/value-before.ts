import type { ConflictField, EditableHeader, EditableLine, OrderDocument } from '../../../contract/index.js';

/** What stood at a place when the visitor opened the order; `undefined` where nothing did. */
export function valueBefore({ path, base }: ConflictField, order: OrderDocument): unknown {
  if (base !== undefined) return base;
  const [part, name = '', field = ''] = path.split('.');
  if (part === 'note') return order.note;
  if (part === 'header') return order.header[name as keyof EditableHeader];
  return order.lines.find(({ id }) => id === name)?.[field as keyof EditableLine];
}
