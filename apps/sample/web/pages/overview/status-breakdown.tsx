import { useCallback } from 'react';
import type { ReactElement } from 'react';
import { Link } from 'wouter';
import type { StatusCount } from '../../../contract/index.js';
import type { ColourOf } from '../../parts/chart.js';
import { EmptyState } from '../../parts/empty-state.js';
import { LazyChart } from '../../parts/lazy-chart.js';
import { toneOf } from '../../parts/status-badge.js';
import { count, plural } from '../../wording/count.js';
import { roundMoney } from '../../wording/money.js';
import { ordersHref } from '../orders/orders-href.js';
import { drawStatuses } from './draw-statuses.js';

/** Open orders as a ring, and the same in a table. */
export function StatusBreakdown({ rows }: { readonly rows: readonly StatusCount[] }): ReactElement {
  const draw = useCallback((colourOf: ColourOf) => drawStatuses(rows, colourOf), [rows]);
  const orders = rows.reduce((sum, row) => sum + row.count, 0);
  if (orders === 0) {
    return (
      <EmptyState icon="tick" title="No open orders">
        <p>Everything is shipped or cancelled.</p>
      </EmptyState>
    );
  }
  return (
    <div className="breakdown">
      <div className="ring">
        <LazyChart
          label={`Ring chart: ${rows.map((row) => `${row.status} ${count(row.count)}`).join(', ')}`}
          draw={draw}
        />
        <p className="ring-centre">
          <strong>{count(orders)}</strong> {plural(orders, 'order').replace(/^\S+ /, '')}
        </p>
      </div>
      <StatusTable rows={rows} />
    </div>
  );
}

function StatusTable({ rows }: { readonly rows: readonly StatusCount[] }): ReactElement {
  return (
    <table className="plain-table">
      <caption className="unseen">Open orders by status</caption>
      <thead>
        <tr>
          <th scope="col">Status</th>
          <th scope="col" className="number">
            Orders
          </th>
          <th scope="col" className="number">
            Total
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.status}>
            <th scope="row">
              <span className="dot" data-tone={toneOf(row.status)} />
              <Link href={ordersHref([{ field: 'Status', op: 'eq', value: row.status }])}>{row.status}</Link>
            </th>
            <td className="number">{count(row.count)}</td>
            <td className="number">{roundMoney(row.total)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
