import { AcumaticaQueryError } from '@acurecord/errors';
import type { CallOptions, Entity, Query } from '@acurecord/metadata';
import { raw } from '@acurecord/odata';
import type { QueryOptions } from '@acurecord/odata';
import type { ListOptions } from './list-options.js';

const LIST_OPTIONS = new Set(['filter', 'select', 'expand', 'custom', 'top', 'skip', 'orderBy', 'count']);
const CALL_OPTIONS = [
  'signal',
  'timeoutMs',
  'priority',
  'branch',
  'businessDate',
  'archived',
  'deleted',
  'apiVersion',
] as const;

/** Narrows a query as list options say. @throws AcumaticaQueryError for an option that does not exist or is undefined */
export function queryFrom<T extends Entity>(query: Query<T>, options: ListOptions<T> | QueryOptions): Query<T> {
  const given = options as ListOptions<T> & { readonly orderBy?: readonly string[] };
  refuseUnknown(given);
  const { filter, select = [], expand = [], custom = [], top, skip, orderBy = [] } = given;
  let narrowed = query;
  if (filter !== undefined) {
    narrowed = narrowed.where(typeof filter === 'string' ? raw(filter) : filter);
  }
  if (select.length > 0) narrowed = narrowed.select(...select);
  if (expand.length > 0) narrowed = narrowed.expand(...expand);
  if (custom.length > 0) narrowed = narrowed.custom(...custom);
  if (orderBy.length > 0) narrowed = narrowed.orderBy(...orderBy);
  if (top !== undefined) narrowed = narrowed.take(top);
  if (skip !== undefined) narrowed = narrowed.skip(skip);
  return narrowed.options(callOptions(given));
}

/** A misspelt or undefined filter must not read everything. */
function refuseUnknown(options: object): void {
  for (const [name, value] of Object.entries(options) as [string, unknown][]) {
    const isCall = (CALL_OPTIONS as readonly string[]).includes(name);
    if (!isCall && !LIST_OPTIONS.has(name)) {
      const known = [...LIST_OPTIONS, ...CALL_OPTIONS].join(', ');
      throw new AcumaticaQueryError(`There is no list option ${name}. There are ${known}.`);
    }
    if (name === 'count' && value === true) {
      throw new AcumaticaQueryError('Contract endpoints cannot count records; read their keys, or ask an inquiry.');
    }
    if (name === 'filter' && value === undefined && !isQueryOptions(options)) {
      throw new AcumaticaQueryError('filter is undefined. Leave it away when all records are wanted.');
    }
  }
}

/** Every option of a QueryOptions is an own member of it, undefined where it was not given. */
function isQueryOptions(options: object): boolean {
  return 'toParams' in options;
}

function callOptions(options: CallOptions): CallOptions {
  const given = CALL_OPTIONS.map((name) => [name, options[name]] as const);
  return Object.fromEntries(given.filter(([, value]) => value !== undefined));
}
