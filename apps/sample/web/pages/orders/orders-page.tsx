import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useSearchParams } from 'wouter';
import { listingParams, orderFieldsQuery, ordersQuery } from '../../api/queries.js';
import type { OrderListing } from '../../api/queries.js';
import { Card } from '../../parts/card.js';
import { Icon } from '../../parts/icon.js';
import { Page } from '../../parts/page.js';
import { QueryView } from '../../parts/query-view.js';
import { FilterBuilder } from './filter-builder.js';
import { listingFromParams, paramsFromListing } from './orders-listing.js';
import { OrdersList } from './orders-list.js';
import { Presets } from './presets.js';
import './orders.css';

/** Finds orders: the address holds what is asked for, so that a list can be bookmarked and sent to others. */
export function OrdersPage(): ReactElement {
  const [params, setParams] = useSearchParams();
  const listing = listingFromParams(params);
  const fields = useQuery(orderFieldsQuery);
  const orders = useQuery(ordersQuery(listing));
  const show = (change: Partial<OrderListing>): void => {
    setParams(paramsFromListing({ ...listing, page: 1, ...change }));
  };
  return (
    <Page
      title="Orders"
      about="Find sales orders by any field that the endpoint describes"
      actions={
        <a className="button" href={`/api/orders.csv?${listingParams(listing).toString()}`} download>
          <Icon name="download" /> Export CSV
        </a>
      }
    >
      {fields.data && <Presets fields={fields.data} applied={listing.filter} />}
      <Card title="Filter">
        <QueryView query={fields} what="the fields" lines={2}>
          {(known) => (
            <FilterBuilder
              key={JSON.stringify(listing.filter)}
              fields={known}
              applied={listing.filter}
              sort={listing.sort}
              onApply={(filter) => {
                show({ filter });
              }}
            />
          )}
        </QueryView>
      </Card>
      <OrdersList query={orders} fields={fields.data ?? []} sort={listing.sort} onShow={show} />
    </Page>
  );
}
