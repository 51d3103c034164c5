import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type {
  CompiledOrders,
  CustomerPage,
  DeskSession,
  FilterDraft,
  Health,
  OrderDocument,
  OrderField,
  OrderPage,
  Overview,
  StockItemRow,
  TaskRow,
  WireEntry,
} from '../../contract/index.js';
import { mergeWire } from './merge-wire.js';
import { orderPath } from './order-path.js';
import { read } from './request.js';

/** What a list of orders is asked for. */
export interface OrderListing {
  readonly filter: FilterDraft;
  readonly sort: string;
  readonly page: number;
  readonly pageSize: number;
}

/** `filter` and `sort` as the server reads them. */
export function listingParams({ filter, sort }: Pick<OrderListing, 'filter' | 'sort'>): URLSearchParams {
  const params = new URLSearchParams();
  if (filter.conditions.length > 0) params.set('filter', JSON.stringify(filter));
  if (sort !== '') params.set('sort', sort);
  return params;
}

export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: ({ signal }) => read<DeskSession>('/api/session', signal),
  staleTime: Infinity,
});

/** Kept up to date by the event stream. */
export const healthQuery = queryOptions({
  queryKey: ['health'],
  queryFn: ({ signal }) => read<Health>('/api/health', signal),
  staleTime: Infinity,
});

export const overviewQuery = queryOptions({
  queryKey: ['overview'],
  queryFn: ({ signal }) => read<Overview>('/api/overview', signal),
  refetchInterval: 60_000,
});

export const orderFieldsQuery = queryOptions({
  queryKey: ['order-fields'],
  queryFn: ({ signal }) => read<OrderField[]>('/api/orders/fields', signal),
  staleTime: Infinity,
});

export const ordersQuery = (listing: OrderListing) =>
  queryOptions({
    queryKey: ['orders', listing],
    queryFn: ({ signal }) => {
      const params = listingParams(listing);
      params.set('page', String(listing.page));
      params.set('pageSize', String(listing.pageSize));
      return read<OrderPage>(`/api/orders?${params.toString()}`, signal);
    },
    placeholderData: keepPreviousData,
  });

export const compiledOrdersQuery = (listing: Pick<OrderListing, 'filter' | 'sort'>) =>
  queryOptions({
    queryKey: ['orders-odata', listing],
    queryFn: ({ signal }) => read<CompiledOrders>(`/api/orders/odata?${listingParams(listing).toString()}`, signal),
    placeholderData: keepPreviousData,
    staleTime: Infinity,
  });

export const orderQuery = (orderType: string, orderNbr: string) =>
  queryOptions({
    queryKey: ['order', orderType, orderNbr],
    queryFn: ({ signal }) => read<OrderDocument>(orderPath(orderType, orderNbr), signal),
    // A form stands on it: it changes when it is saved or loaded again, never under somebody's hands.
    staleTime: Infinity,
    gcTime: 0,
  });

export const customersQuery = (search: string) =>
  queryOptions({
    queryKey: ['customers', search],
    queryFn: ({ signal }) => read<CustomerPage>(`/api/customers?q=${encodeURIComponent(search)}`, signal),
    placeholderData: keepPreviousData,
  });

export const stockItemsQuery = (search: string) =>
  queryOptions({
    queryKey: ['stock-items', search],
    queryFn: ({ signal }) => read<StockItemRow[]>(`/api/stock-items?q=${encodeURIComponent(search)}`, signal),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });

/** Kept up to date by the event stream. */
export const tasksQuery = queryOptions({
  queryKey: ['tasks'],
  queryFn: ({ signal }) => read<TaskRow[]>('/api/tasks', signal),
  staleTime: Infinity,
});

/** Kept up to date by the event stream. */
export const wireQuery = queryOptions({
  queryKey: ['wire'],
  queryFn: async ({ client, queryKey, signal }) => {
    const entries = await read<WireEntry[]>('/api/wire', signal);
    // Events overtake the answer; what they said is newer.
    const heard = client.getQueryData<WireEntry[]>(queryKey)?.filter(({ ms }) => ms !== null) ?? [];
    return heard.reduce(mergeWire, entries).sort((a, b) => a.id - b.id);
  },
  staleTime: Infinity,
});
