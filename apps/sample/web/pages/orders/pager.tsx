import type { ReactElement } from 'react';
import type { OrderPage } from '../../../contract/index.js';
import { Icon } from '../../parts/icon.js';
import { plural } from '../../wording/count.js';
import { pageSizes } from './orders-listing.js';

/** Which piece of the list this is, and the ways to the others. */
export function Pager(props: {
  readonly shown: OrderPage;
  readonly onPage: (page: number) => void;
  readonly onPageSize: (pageSize: number) => void;
}): ReactElement {
  const { rows, page, pageSize, hasMore } = props.shown;
  const before = (page - 1) * pageSize;
  const from = `${String(before + 1)}–${String(before + rows.length)}`;
  return (
    <div className="pager">
      <p role="status">{page === 1 && !hasMore ? plural(rows.length, 'order') : `Orders ${from}`}</p>
      <label className="pager-size">
        <span>Per page</span>
        <select
          className="input"
          value={pageSize}
          onChange={({ target }) => {
            props.onPageSize(Number(target.value));
          }}
        >
          {pageSizes.map((size) => (
            <option key={size}>{size}</option>
          ))}
        </select>
      </label>
      <nav className="row" aria-label="Pages of the list">
        <button
          type="button"
          className="button"
          disabled={page === 1}
          onClick={() => {
            props.onPage(page - 1);
          }}
        >
          <Icon name="back" size={16} /> Previous
        </button>
        <button
          type="button"
          className="button"
          disabled={!hasMore}
          onClick={() => {
            props.onPage(page + 1);
          }}
        >
          Next <Icon name="next" size={16} />
        </button>
      </nav>
    </div>
  );
}
