import type { ReactElement } from 'react';
import { Link } from 'wouter';
import { EmptyState } from '../parts/empty-state.js';
import { Page } from '../parts/page.js';

/** There is no page at this address. */
export function NotFoundPage(): ReactElement {
  return (
    <Page title="No such page">
      <div className="card">
        <EmptyState icon="search" title="There is nothing at this address">
          <p>
            <Link href="/">Go to the overview</Link>
          </p>
        </EmptyState>
      </div>
    </Page>
  );
}
