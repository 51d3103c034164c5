import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { useSearchParams } from 'wouter';
import { customersQuery } from '../../api/queries.js';
import { EmptyState } from '../../parts/empty-state.js';
import { Icon } from '../../parts/icon.js';
import { Page } from '../../parts/page.js';
import { QueryView } from '../../parts/query-view.js';
import { useDebounced } from '../../parts/use-debounced.js';
import { plural } from '../../wording/count.js';
import { CustomersTable } from './customers-table.js';
import './customers.css';

/** Finds customers as somebody types; a search that is overtaken by the next key is cancelled all the way to the ERP. */
export function CustomersPage(): ReactElement {
  const [params, setParams] = useSearchParams();
  const [text, setText] = useState(params.get('q') ?? '');
  const search = useDebounced(text.trim(), 250);
  const query = useQuery(customersQuery(search));
  const type = (typed: string): void => {
    setText(typed);
    setParams(typed.trim() === '' ? {} : { q: typed.trim() }, { replace: true });
  };
  return (
    <Page title="Customers" about="Credit and balance, by customer number or name">
      <SearchBox text={text} isBusy={query.isFetching} onType={type} />
      <section className="card" aria-label="Customers found" aria-busy={query.isPlaceholderData}>
        <QueryView query={query} what="customers" lines={10}>
          {({ rows, hasMore }) =>
            rows.length === 0 ? (
              <EmptyState icon="search" title={`No customer has “${search}” in its number or name`}>
                <p>Try a shorter piece of it.</p>
              </EmptyState>
            ) : (
              <>
                <CustomersTable rows={rows} />
                <p className="found" role="status">
                  {hasMore
                    ? `The first ${plural(rows.length, 'customer')}. Type more to narrow it down.`
                    : plural(rows.length, 'customer')}
                </p>
              </>
            )
          }
        </QueryView>
      </section>
    </Page>
  );
}

function SearchBox(props: {
  readonly text: string;
  readonly isBusy: boolean;
  readonly onType: (text: string) => void;
}): ReactElement {
  return (
    <search className="search-box">
      <Icon name="search" size={20} />
      <input
        className="input"
        type="search"
        aria-label="Search customers"
        placeholder="Number or name"
        autoComplete="off"
        spellCheck={false}
        value={props.text}
        onChange={({ target }) => {
          props.onType(target.value);
        }}
      />
      {props.isBusy && <span className="spinner" aria-hidden="true" />}
    </search>
  );
}
