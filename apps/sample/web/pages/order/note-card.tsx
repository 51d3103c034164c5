import type { ReactElement } from 'react';
import { Card } from '../../parts/card.js';
import { Field } from '../../parts/field.js';
import type { OrderEditor } from './use-order-editor.js';

/** The note that hangs on the order. */
export function NoteCard({
  editor: { order, draft, change, errorOf },
}: {
  readonly editor: OrderEditor;
}): ReactElement {
  return (
    <Card title="Note">
      <div className="card-body">
        <Field label="Note on the order" unseenLabel error={errorOf('note')} changed={draft.note !== undefined}>
          {(input) => (
            <textarea
              {...input}
              rows={3}
              disabled={!order.editable}
              placeholder="No note"
              value={draft.note ?? order.note}
              onChange={({ target }) => {
                change({ kind: 'note', text: target.value });
              }}
            />
          )}
        </Field>
      </div>
    </Card>
  );
}
