import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import type { OrderField, OrderPage } from '../../../contract/index.js';
import type { OrderListing } from '../../api/queries.js';
import { EmptyState } from '../../parts/empty-state.js';
import { QueryView } from '../../parts/query-view.js';
import { OrdersTable } from './orders-table.js';
import { Pager } from './pager.js';

/** The orders that were found. */
export function OrdersList(props: {
  readonly query: UseQueryResult<OrderPage>;
  readonly fields: readonly OrderField[];
  readonly sort: string;
  readonly onShow: (change: Partial<OrderListing>) => void;
}): ReactElement {
  const { query, fields, sort, onShow } = props;
  return (
    <section className="card" aria-label="Orders found">
      <QueryView query={query} what="orders" lines={10}>
        {(shown) =>
          shown.rows.length === 0 && shown.page === 1 ? (
            <EmptyState icon="search" title="No order meets these conditions">
              <p>Change or remove a condition, then apply the filter again.</p>
            </EmptyState>
          ) : (
            <>
              <OrdersTable
                rows={shown.rows}
                fields={fields}
                sort={sort}
                isBusy={query.isPlaceholderData}
                onSort={(next) => {
                  onShow({ sort: next });
                }}
              />
              <Pager
                shown={shown}
                onPage={(page) => {
                  onShow({ page });
                }}
                onPageSize={(pageSize) => {
                  onShow({ pageSize });
                }}
              />
            </>
          )
        }
      </QueryView>
    </section>
  );
}
