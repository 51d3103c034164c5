import type { DraftChange, OrderDraft } from './order-draft.js';

/** Which place of an edit a change is about, as problems name it; `all` where places move. */
export function pathOfChange({ added }: OrderDraft, change: DraftChange): string {
  switch (change.kind) {
    case 'header':
      return `header.${change.field}`;
    case 'hold':
      return 'header.hold';
    case 'note':
      return 'note';
    case 'line':
      return `lines.${change.id}.${change.field}`;
    case 'added': {
      const place = added.findIndex(({ key }) => key === change.key);
      return `lines.add.${String(place)}.${Object.keys(change.text)[0] ?? ''}`;
    }
    case 'add':
      return '';
    case 'remove':
    case 'restore':
    case 'drop':
    case 'reset':
      return 'all';
  }
}
