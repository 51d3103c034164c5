import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { overviewQuery } from '../../api/queries.js';
import { Card } from '../../parts/card.js';
import { Icon } from '../../parts/icon.js';
import { Page } from '../../parts/page.js';
import { QueryView } from '../../parts/query-view.js';
import { timeOfDay } from '../../wording/dates.js';
import { HealthTiles } from './health-tiles.js';
import { LateOrders } from './late-orders.js';
import { RevenueByWeek } from './revenue-by-week.js';
import { StatusBreakdown } from './status-breakdown.js';
import './overview.css';

/** What the desk looks at in the morning: open orders, revenue, what is late, and how the connection does. */
export function OverviewPage(): ReactElement {
  const query = useQuery(overviewQuery);
  const about = query.data && `${query.data.coverage}, as of ${timeOfDay(query.data.asOf)}`;
  return (
    <Page
      title="Overview"
      about={about ?? 'Reading the orders…'}
      actions={
        <button type="button" className="button" disabled={query.isFetching} onClick={() => void query.refetch()}>
          <Icon name="refresh" /> Refresh
        </button>
      }
    >
      <HealthTiles />
      <div className="charts">
        <Card title="Open orders by status" className="status-card">
          <QueryView query={query} what="open orders" lines={7}>
            {({ openByStatus }) => <StatusBreakdown rows={openByStatus} />}
          </QueryView>
        </Card>
        <Card title="Revenue by week" about="Invoiced, last twelve weeks">
          <QueryView query={query} what="revenue" lines={7}>
            {({ revenueByWeek }) => <RevenueByWeek weeks={revenueByWeek} />}
          </QueryView>
        </Card>
      </div>
      <Card title="Late orders" about="Promised for a day that is gone, longest overdue first">
        <QueryView query={query} what="late orders">
          {(overview) => <LateOrders rows={overview.lateOrders} total={overview.lateCount} />}
        </QueryView>
      </Card>
    </Page>
  );
}
