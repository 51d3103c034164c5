import { Suspense, lazy } from 'react';
import type { ReactElement } from 'react';
import { Route, Router, Switch, useLocation } from 'wouter';
import { CrashGuard } from './parts/crash-guard.js';
import { Loading } from './parts/loading.js';
import { NotFoundPage } from './pages/not-found-page.js';
import { OverviewPage } from './pages/overview/overview-page.js';
import { leave } from './shell/leave-guard.js';
import { Shell } from './shell/shell.js';

const OrdersPage = lazy(async () => ({ default: (await import('./pages/orders/orders-page.js')).OrdersPage }));
const OrderPage = lazy(async () => ({ default: (await import('./pages/order/order-page.js')).OrderPage }));
const CustomersPage = lazy(async () => ({
  default: (await import('./pages/customers/customers-page.js')).CustomersPage,
}));
const TasksPage = lazy(async () => ({ default: (await import('./pages/tasks/tasks-page.js')).TasksPage }));
const WirePage = lazy(async () => ({ default: (await import('./pages/wire/wire-page.js')).WirePage }));

/** The pages by their addresses; each but the first is fetched when it is opened. */
export function App(): ReactElement {
  return (
    <Router
      aroundNav={(go, to, options) => {
        leave(() => {
          go(to, options);
        });
      }}
    >
      <Shell>
        <Pages />
      </Shell>
    </Router>
  );
}

function Pages(): ReactElement {
  const [path] = useLocation();
  return (
    <CrashGuard key={path}>
      <Suspense
        fallback={
          <div className="page">
            <Loading what="the page" />
          </div>
        }
      >
        <Switch>
          <Route path="/" component={OverviewPage} />
          <Route path="/orders" component={OrdersPage} />
          <Route path="/orders/:type/:nbr">
            {({ type, nbr }) => <OrderPage key={`${type} ${nbr}`} orderType={type} orderNbr={nbr} />}
          </Route>
          <Route path="/customers" component={CustomersPage} />
          <Route path="/tasks" component={TasksPage} />
          <Route path="/wire" component={WirePage} />
          <Route component={NotFoundPage} />
        </Switch>
      </Suspense>
    </CrashGuard>
  );
}
