import type { ReactElement } from 'react';
import { Icon } from '../../parts/icon.js';

/** A heading that sorts: first ascending, then descending, then as the ERP gives the orders, which is the quickest. */
export function SortHeader(props: {
  /** Nothing: the column cannot be sorted by. */
  readonly field: string | undefined;
  readonly label: string;
  readonly className: string | undefined;
  readonly sort: string;
  readonly onSort: (sort: string) => void;
}): ReactElement {
  const { field, label, className, sort, onSort } = props;
  if (field === undefined) {
    return (
      <th scope="col" className={className}>
        {label}
      </th>
    );
  }
  const [by, way = 'asc'] = sort.split(' ');
  const isBy = by === field;
  const next = !isBy ? `${field} asc` : way === 'asc' ? `${field} desc` : '';
  return (
    <th scope="col" className={className} aria-sort={isBy ? (way === 'desc' ? 'descending' : 'ascending') : undefined}>
      <button
        type="button"
        className="sort"
        onClick={() => {
          onSort(next);
        }}
      >
        {label}
        {isBy && <Icon name={way === 'desc' ? 'down' : 'up'} size={14} />}
      </button>
    </th>
  );
}
