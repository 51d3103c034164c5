import type { ReactElement } from 'react';
import type { OrderLine } from '../../../contract/index.js';
import { Icon } from '../../parts/icon.js';
import { money } from '../../wording/money.js';
import { amountOfLine } from './amount-of-line.js';
import { LineInput } from './line-input.js';
import { textOf } from './order-draft.js';
import type { LineField, LineText } from './order-draft.js';
import type { OrderEditor } from './use-order-editor.js';

const inputs = [
  { name: 'quantity', label: 'Quantity', number: true },
  { name: 'unitPrice', label: 'Unit price', number: true },
  { name: 'discountPercent', label: 'Discount %', number: true },
  { name: 'warehouse', label: 'Warehouse', number: false },
] as const;

/** A line that is in the ERP. */
export function LineRow({ line, editor }: { readonly line: OrderLine; readonly editor: OrderEditor }): ReactElement {
  const { order, draft } = editor;
  const typed = draft.changed[line.id] ?? {};
  const isGone = draft.removed.includes(line.id);
  const isChanged = Object.keys(typed).length > 0;
  const cell = (name: LineField, label: string, number: boolean): ReactElement => (
    <LineInput
      label={label}
      of={`line ${String(line.lineNbr)}`}
      number={number}
      text={typed[name] ?? textOf(line[name])}
      changed={name in typed}
      disabled={!order.editable || isGone}
      error={editor.errorOf(`lines.${line.id}.${name}`)}
      onChange={(text) => {
        editor.change({ kind: 'line', id: line.id, field: name, text });
      }}
    />
  );
  return (
    <tr role="row" className={isGone ? 'gone' : undefined}>
      <th role="rowheader" scope="row" className="item-cell">
        <div className="item">
          <span className="item-id">{line.inventoryId}</span>
          {cell('description', 'Description', false)}
        </div>
      </th>
      {inputs.map(({ name, label, number }) => (
        <td role="cell" key={name} data-column={label}>
          {cell(name, label, number)}
        </td>
      ))}
      <td role="cell" className="number amount" data-column="Amount">
        {isChanged ? (
          <ExpectedAmount text={typed} line={line} editor={editor} />
        ) : (
          money(line.amount, order.header.currency)
        )}
      </td>
      <td role="cell" className="line-button">
        <RemoveButton line={line} isGone={isGone} editor={editor} />
      </td>
    </tr>
  );
}

function ExpectedAmount(props: {
  readonly text: Partial<LineText>;
  readonly line: OrderLine;
  readonly editor: OrderEditor;
}): ReactElement {
  const amount = amountOfLine(props.text, props.line);
  return (
    <span className="expected" title="Before the ERP has computed it">
      {amount === undefined ? '–' : `≈ ${money(amount, props.editor.order.header.currency)}`}
    </span>
  );
}

function RemoveButton(props: {
  readonly line: OrderLine;
  readonly isGone: boolean;
  readonly editor: OrderEditor;
}): ReactElement {
  const { line, isGone, editor } = props;
  const label = `${isGone ? 'Keep' : 'Delete'} line ${String(line.lineNbr)}, ${line.inventoryId}`;
  return (
    <button
      type="button"
      className="button quiet icon-only"
      disabled={!editor.order.editable}
      title={isGone ? 'Keep this line' : 'Delete this line'}
      onClick={() => {
        editor.change({ kind: isGone ? 'restore' : 'remove', id: line.id });
      }}
    >
      <Icon name={isGone ? 'undo' : 'cross'} />
      <span className="unseen">{label}</span>
    </button>
  );
}
