import type { ReactElement } from 'react';
import { Link } from 'wouter';
import type { OrderRow } from '../../../contract/index.js';
import { orderHref } from '../../api/order-path.js';
import { EmptyState } from '../../parts/empty-state.js';
import { StatusBadge } from '../../parts/status-badge.js';
import { useNow } from '../../parts/use-now.js';
import { plural } from '../../wording/count.js';
import { day, daysSince } from '../../wording/dates.js';
import { money } from '../../wording/money.js';

/** How many are shown. */
const most = 10;

/** Orders promised for a day that is gone. */
export function LateOrders(props: { readonly rows: readonly OrderRow[]; readonly total: number }): ReactElement {
  const { rows, total } = props;
  if (rows.length === 0) {
    return (
      <EmptyState icon="tick" title="Nothing is late">
        <p>Every open order is promised for today or later.</p>
      </EmptyState>
    );
  }
  return (
    <>
      <div className="table-wrap">
        <table className="table">
          <caption className="unseen">Late orders, longest overdue first</caption>
          <thead>
            <tr>
              <th scope="col">Order</th>
              <th scope="col" className="wide-only">
                Customer
              </th>
              <th scope="col" className="wide-only">
                Status
              </th>
              <th scope="col">Promised for</th>
              <th scope="col" className="number">
                Total
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, most).map((row) => (
              <LateRow key={`${row.orderType} ${row.orderNbr}`} row={row} />
            ))}
          </tbody>
        </table>
      </div>
      {total > most && <p className="more">{`${plural(total, 'order')} are late; these have waited longest.`}</p>}
    </>
  );
}

function LateRow({ row }: { readonly row: OrderRow }): ReactElement {
  const now = useNow(60_000);
  const overdue = row.requestedOn === null ? 0 : daysSince(row.requestedOn, now);
  return (
    <tr>
      <th scope="row">
        <Link href={orderHref(row)}>{`${row.orderType} ${row.orderNbr}`}</Link>
        <span className="under narrow-only">{row.customerName ?? row.customerId}</span>
      </th>
      <td className="wide-only">{row.customerName ?? row.customerId}</td>
      <td className="wide-only">
        <StatusBadge status={row.status} />
      </td>
      <td>
        {day(row.requestedOn)} <span className="overdue">{plural(overdue, 'day')} late</span>
      </td>
      <td className="number">{money(row.total, row.currency)}</td>
    </tr>
  );
}
