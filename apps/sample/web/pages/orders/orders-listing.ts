import type { FilterCondition, FilterDraft } from '../../../contract/index.js';
import { listingParams } from '../../api/queries.js';
import type { OrderListing } from '../../api/queries.js';

const noFilter: FilterDraft = { match: 'all', conditions: [] };

/** The sizes a page can have. */
export const pageSizes = [10, 25, 50, 100] as const;

/** What the address of the page asks for; what makes no sense in it counts as not given. */
export function listingFromParams(params: URLSearchParams): OrderListing {
  const size = Number(params.get('pageSize'));
  return {
    filter: filterFrom(params.get('filter')),
    sort: params.get('sort') ?? '',
    page: Math.max(1, Math.trunc(Number(params.get('page'))) || 1),
    pageSize: pageSizes.find((known) => known === size) ?? 25,
  };
}

/** The address's part for a listing; what is ordinary is left out. */
export function paramsFromListing(listing: OrderListing): URLSearchParams {
  const params = listingParams(listing);
  if (listing.page > 1) params.set('page', String(listing.page));
  if (listing.pageSize !== 25) params.set('pageSize', String(listing.pageSize));
  return params;
}

function filterFrom(text: string | null): FilterDraft {
  if (text === null) return noFilter;
  try {
    const draft = JSON.parse(text) as Partial<FilterDraft> | null;
    const conditions = Array.isArray(draft?.conditions) ? draft.conditions.filter(isCondition) : [];
    return { match: draft?.match === 'any' ? 'any' : 'all', conditions };
  } catch {
    return noFilter;
  }
}

function isCondition(value: unknown): value is FilterCondition {
  const { field, op, value: text } = (value ?? {}) as Record<string, unknown>;
  return typeof field === 'string' && typeof op === 'string' && (text === undefined || typeof text === 'string');
}
