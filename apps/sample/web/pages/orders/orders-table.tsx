import type { ReactElement } from 'react';
import { Link } from 'wouter';
import type { OrderField, OrderRow } from '../../../contract/index.js';
import { orderHref } from '../../api/order-path.js';
import { StatusBadge } from '../../parts/status-badge.js';
import { day } from '../../wording/dates.js';
import { money } from '../../wording/money.js';
import { SortHeader } from './sort-header.js';

const columns = [
  { field: 'OrderNbr', label: 'Order', className: undefined },
  { field: 'CustomerID', label: 'Customer', className: 'wide-only' },
  { field: 'Status', label: 'Status', className: undefined },
  { field: 'Date', label: 'Ordered', className: 'wide-only' },
  { field: 'RequestedOn', label: 'Promised for', className: 'wide-only' },
  { field: 'OrderTotal', label: 'Total', className: 'number' },
] as const;

/** A page of orders. */
export function OrdersTable(props: {
  readonly rows: readonly OrderRow[];
  readonly fields: readonly OrderField[];
  readonly sort: string;
  readonly isBusy: boolean;
  readonly onSort: (sort: string) => void;
}): ReactElement {
  const { rows, fields, sort, isBusy, onSort } = props;
  const sortable = new Set(fields.filter((field) => field.sortable).map(({ name }) => name));
  return (
    <div className="table-wrap" aria-busy={isBusy}>
      <table className="table">
        <caption className="unseen">Orders; the headings sort</caption>
        <thead>
          <tr>
            {columns.map(({ field, label, className }) => (
              <SortHeader
                key={field}
                field={sortable.has(field) ? field : undefined}
                label={label}
                className={className}
                sort={sort}
                onSort={onSort}
              />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={`${row.orderType} ${row.orderNbr}`} row={row} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ row }: { readonly row: OrderRow }): ReactElement {
  const late = row.late && (
    <span className="badge" data-tone="red">
      Late
    </span>
  );
  return (
    <tr>
      <th scope="row">
        <Link href={orderHref(row)} className="nowrap">{`${row.orderType} ${row.orderNbr}`}</Link>
        <span className="under narrow-only">{row.customerName ?? row.customerId}</span>
      </th>
      <td className="wide-only">
        {row.customerName ?? row.customerId}
        {row.customerName !== undefined && <span className="under">{row.customerId}</span>}
      </td>
      <td>
        <StatusBadge status={row.status} /> <span className="narrow-only">{late}</span>
      </td>
      <td className="wide-only nowrap">{day(row.date)}</td>
      <td className="wide-only nowrap">
        {day(row.requestedOn)} {late}
      </td>
      <td className="number nowrap">{money(row.total, row.currency)}</td>
    </tr>
  );
}
