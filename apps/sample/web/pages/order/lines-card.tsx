import type { ReactElement } from 'react';
import { Card } from '../../parts/card.js';
import { EmptyState } from '../../parts/empty-state.js';
import { Icon } from '../../parts/icon.js';
import { plural } from '../../wording/count.js';
import { money } from '../../wording/money.js';
import { AddedLineRow } from './added-line-row.js';
import { LineRow } from './line-row.js';
import type { OrderEditor } from './use-order-editor.js';

const columns = ['Item', 'Quantity', 'Unit price', 'Discount %', 'Warehouse', 'Amount'] as const;
const isNumber = new Set<string>(['Quantity', 'Unit price', 'Discount %', 'Amount']);

/** The lines of the order: to change, to add, to delete. */
export function LinesCard({ editor }: { readonly editor: OrderEditor }): ReactElement {
  const { order, draft, change } = editor;
  const isEmpty = order.lines.length === 0 && draft.added.length === 0;
  return (
    <Card title="Lines" aside={<span className="soft small">{plural(order.lines.length, 'line')}</span>}>
      {isEmpty ? <EmptyState icon="orders" title="No lines yet" /> : <LinesTable editor={editor} />}
      <div className="row apart lines-foot">
        <button
          type="button"
          className="button"
          disabled={!order.editable}
          onClick={() => {
            change({ kind: 'add' });
          }}
        >
          <Icon name="plus" /> Add a line
        </button>
        <dl className="totals">
          <dt>Tax</dt>
          <dd>{money(order.header.taxTotal, order.header.currency)}</dd>
          <dt>Total</dt>
          <dd className="total">{money(order.header.total, order.header.currency)}</dd>
        </dl>
      </div>
    </Card>
  );
}

/** Its parts name their roles, since on a phone they are laid out as cards, which would take a table's roles away. */
function LinesTable({ editor }: { readonly editor: OrderEditor }): ReactElement {
  const { order, draft } = editor;
  return (
    <table className="table lines" role="table">
      <caption className="unseen">Lines of the order</caption>
      <thead role="rowgroup">
        <tr role="row">
          {columns.map((column) => (
            <th key={column} role="columnheader" scope="col" className={isNumber.has(column) ? 'number' : undefined}>
              {column}
            </th>
          ))}
          <th role="columnheader" scope="col">
            <span className="unseen">Delete</span>
          </th>
        </tr>
      </thead>
      <tbody role="rowgroup">
        {order.lines.map((line) => (
          <LineRow key={line.id} line={line} editor={editor} />
        ))}
        {draft.added.map((line, place) => (
          <AddedLineRow key={line.key} line={line} place={place} editor={editor} />
        ))}
      </tbody>
    </table>
  );
}
