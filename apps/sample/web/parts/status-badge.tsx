import type { ReactElement } from 'react';

/** How a status looks. */
export type Tone = 'blue' | 'green' | 'amber' | 'red' | 'violet' | 'teal' | 'grey';

const tones: Readonly<Record<string, Tone>> = {
  Open: 'blue',
  'On Hold': 'amber',
  'Credit Hold': 'red',
  'Pending Approval': 'amber',
  'Back Order': 'violet',
  Shipping: 'teal',
  Completed: 'green',
  Cancelled: 'grey',
  Active: 'green',
  Inactive: 'grey',
};

/** The colour of a status of the ERP; grey for one that is not known here. */
export function toneOf(status: string): Tone {
  return tones[status] ?? 'grey';
}

/** A status of the ERP in its colour. */
export function StatusBadge({ status }: { readonly status: string }): ReactElement {
  return (
    <span className="badge" data-tone={toneOf(status)}>
      {status}
    </span>
  );
}
