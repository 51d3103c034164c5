import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactElement, ReactNode } from 'react';
import { Loading } from './loading.js';
import { ProblemNotice } from './problem-notice.js';

/** What a query is about: waiting, wrong, or there. A reload that fails is told above what is still there. */
export function QueryView<T>(props: {
  readonly query: UseQueryResult<T>;
  readonly what: string;
  readonly lines?: number;
  readonly children: (data: T) => ReactNode;
}): ReactElement {
  const { query, what, lines, children } = props;
  return (
    <>
      {query.isError && (
        <div className="card-body">
          <ProblemNotice error={query.error} onRetry={() => void query.refetch()} />
        </div>
      )}
      {query.isPending && <Loading what={what} {...(lines !== undefined && { lines })} />}
      {query.data !== undefined && children(query.data)}
    </>
  );
}
