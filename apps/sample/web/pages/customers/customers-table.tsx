import type { ReactElement } from 'react';
import { Link } from 'wouter';
import type { CustomerRow } from '../../../contract/index.js';
import { StatusBadge } from '../../parts/status-badge.js';
import { money } from '../../wording/money.js';
import { ordersHref } from '../orders/orders-href.js';
import { CreditBar } from './credit-bar.js';

/** Customers with what they owe and may still order. */
export function CustomersTable({ rows }: { readonly rows: readonly CustomerRow[] }): ReactElement {
  return (
    <div className="table-wrap">
      <table className="table">
        <caption className="unseen">Customers with credit and balance</caption>
        <thead>
          <tr>
            <th scope="col">Customer</th>
            <th scope="col" className="wide-only">
              City
            </th>
            <th scope="col" className="wide-only">
              Status
            </th>
            <th scope="col">Credit</th>
            <th scope="col" className="number wide-only">
              Balance
            </th>
            <th scope="col" className="number wide-only">
              Available
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.customerId} row={row} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ row }: { readonly row: CustomerRow }): ReactElement {
  const amount = (value: number | null): string => (value === null ? '–' : money(value, row.currency));
  return (
    <tr>
      <th scope="row">
        {row.name}
        <span className="under">
          <Link href={ordersHref([{ field: 'CustomerID', op: 'eq', value: row.customerId }])}>
            {row.customerId}
            <span className="unseen">: orders</span>
          </Link>
          {row.class !== null && <span className="wide-only">{` · ${row.class}`}</span>}
        </span>
      </th>
      <td className="wide-only">{row.city ?? '–'}</td>
      <td className="wide-only">
        <StatusBadge status={row.status} />
      </td>
      <td className="credit-cell">
        <CreditBar row={row} />
      </td>
      <td className="number nowrap wide-only">{amount(row.balance)}</td>
      <td className="number nowrap wide-only">{amount(row.available)}</td>
    </tr>
  );
}
