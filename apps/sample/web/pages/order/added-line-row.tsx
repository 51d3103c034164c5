import type { ReactElement } from 'react';
import { Icon } from '../../parts/icon.js';
import { money } from '../../wording/money.js';
import { ItemInput } from './item-input.js';
import { LineInput } from './line-input.js';
import { numberFrom } from './number-from.js';
import type { AddedLine, LineField } from './order-draft.js';
import type { OrderEditor } from './use-order-editor.js';

const inputs = [
  { name: 'quantity', label: 'Quantity', number: true, placeholder: '' },
  { name: 'unitPrice', label: 'Unit price', number: true, placeholder: 'List' },
  { name: 'discountPercent', label: 'Discount %', number: true, placeholder: '0' },
  { name: 'warehouse', label: 'Warehouse', number: false, placeholder: 'Usual' },
] as const;

/** A line that is to be added. What is left empty the ERP fills in. */
export function AddedLineRow(props: {
  readonly line: AddedLine;
  readonly place: number;
  readonly editor: OrderEditor;
}): ReactElement {
  const { line, place, editor } = props;
  const of = `new line ${String(place + 1)}`;
  const errorOf = (name: LineField): string | undefined => editor.errorOf(`lines.add.${String(place)}.${name}`);
  const amount = (numberFrom(line.quantity) ?? NaN) * (numberFrom(line.unitPrice) ?? NaN);
  return (
    <tr role="row" className="added">
      <th role="rowheader" scope="row" className="item-cell">
        <ItemInput
          label={`Item, ${of}`}
          text={line.inventoryId}
          error={errorOf('inventoryId')}
          onChange={(text) => {
            editor.change({ kind: 'added', key: line.key, text });
          }}
        />
        {line.description !== '' && <span className="under">{line.description}</span>}
      </th>
      {inputs.map(({ name, label, number, placeholder }) => (
        <td role="cell" key={name} data-column={label}>
          <LineInput
            label={label}
            of={of}
            number={number}
            text={line[name]}
            changed
            disabled={false}
            error={errorOf(name)}
            placeholder={placeholder}
            onChange={(text) => {
              editor.change({ kind: 'added', key: line.key, text: { [name]: text } });
            }}
          />
        </td>
      ))}
      <td role="cell" className="number amount" data-column="Amount">
        <span className="expected">
          {Number.isNaN(amount) ? '–' : `≈ ${money(amount, editor.order.header.currency)}`}
        </span>
      </td>
      <td role="cell" className="line-button">
        <button
          type="button"
          className="button quiet icon-only"
          onClick={() => {
            editor.change({ kind: 'drop', key: line.key });
          }}
        >
          <Icon name="cross" />
          <span className="unseen">{`Drop ${of}`}</span>
        </button>
      </td>
    </tr>
  );
}
