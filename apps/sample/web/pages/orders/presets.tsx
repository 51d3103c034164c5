import type { ReactElement } from 'react';
import { Link } from 'wouter';
import type { FilterCondition, FilterDraft, OrderField } from '../../../contract/index.js';
import { ordersHref } from './orders-href.js';

interface Preset {
  readonly label: string;
  readonly conditions: readonly FilterCondition[];
}

/** The lists that are asked for every day, a click away. */
export function Presets(props: {
  readonly fields: readonly OrderField[];
  readonly applied: FilterDraft;
}): ReactElement {
  const names = new Set(props.fields.map(({ name }) => name));
  const known = presets().filter(({ conditions }) => conditions.every(({ field }) => names.has(field)));
  const now = JSON.stringify(props.applied.conditions);
  return (
    <nav aria-label="Everyday lists">
      <ul className="chips">
        {known.map(({ label, conditions }) => (
          <li key={label}>
            <Link
              href={conditions.length === 0 ? '/orders' : ordersHref(conditions)}
              className="chip"
              aria-current={JSON.stringify(conditions) === now ? 'true' : undefined}
            >
              {label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function presets(): Preset[] {
  const today = new Date().toISOString().slice(0, 10);
  const open: FilterCondition = { field: 'Status', op: 'eq', value: 'Open' };
  return [
    { label: 'All', conditions: [] },
    { label: 'Open', conditions: [open] },
    { label: 'On hold', conditions: [{ field: 'Status', op: 'eq', value: 'On Hold' }] },
    { label: 'Open and late', conditions: [open, { field: 'RequestedOn', op: 'lt', value: today }] },
    { label: 'Over 10,000', conditions: [{ field: 'OrderTotal', op: 'gt', value: '10000' }] },
  ];
}
