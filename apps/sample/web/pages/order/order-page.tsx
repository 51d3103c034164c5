import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { Link } from 'wouter';
import { orderQuery } from '../../api/queries.js';
import { Icon } from '../../parts/icon.js';
import { Loading } from '../../parts/loading.js';
import { Page } from '../../parts/page.js';
import { ProblemNotice } from '../../parts/problem-notice.js';
import { OrderForm } from './order-form.js';
import './order.css';

/** One order: reads it, then lets it be edited. */
export function OrderPage(props: { readonly orderType: string; readonly orderNbr: string }): ReactElement {
  const { orderType, orderNbr } = props;
  const query = useQuery(orderQuery(orderType, orderNbr));
  if (query.data) return <OrderForm order={query.data} onReload={() => query.refetch()} />;
  return (
    <Page
      title={`${orderType} ${orderNbr}`}
      actions={
        <Link href="/orders" className="button">
          <Icon name="back" size={16} /> All orders
        </Link>
      }
    >
      {query.isError ? (
        <ProblemNotice error={query.error} onRetry={() => void query.refetch()} />
      ) : (
        <div className="card">
          <Loading what="the order" lines={8} />
        </div>
      )}
    </Page>
  );
}
