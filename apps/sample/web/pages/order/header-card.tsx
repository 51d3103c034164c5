import type { HTMLInputTypeAttribute, ReactElement } from 'react';
import { Card } from '../../parts/card.js';
import { Field } from '../../parts/field.js';
import { textOf } from './order-draft.js';
import type { HeaderField } from './order-draft.js';
import type { OrderEditor } from './use-order-editor.js';

const fields = [
  { name: 'customerId', label: 'Customer', type: 'text' },
  { name: 'customerOrder', label: 'Customer’s order number', type: 'text' },
  { name: 'description', label: 'Description', type: 'text' },
  { name: 'date', label: 'Ordered on', type: 'date' },
  { name: 'requestedOn', label: 'Promised for', type: 'date' },
  { name: 'shipVia', label: 'Ship via', type: 'text' },
  { name: 'externalRef', label: 'External reference', type: 'text' },
] as const satisfies readonly { name: HeaderField; label: string; type: HTMLInputTypeAttribute }[];

/** The head of the order. */
export function HeaderCard({ editor }: { readonly editor: OrderEditor }): ReactElement {
  const { order, draft, change } = editor;
  return (
    <Card title="Order">
      <div className="card-body header-fields">
        {fields.map(({ name, label, type }) => (
          <Field key={name} label={label} error={editor.errorOf(`header.${name}`)} changed={name in draft.header}>
            {(input) => (
              <input
                {...input}
                type={type}
                name={name}
                autoComplete="off"
                disabled={!order.editable}
                value={draft.header[name] ?? textOf(order.header[name])}
                onChange={({ target }) => {
                  change({ kind: 'header', field: name, text: target.value });
                }}
              />
            )}
          </Field>
        ))}
        <label className="check">
          <input
            type="checkbox"
            disabled={!order.editable}
            checked={draft.hold ?? order.header.hold}
            onChange={({ target }) => {
              change({ kind: 'hold', hold: target.checked });
            }}
          />
          On hold
        </label>
      </div>
    </Card>
  );
}
