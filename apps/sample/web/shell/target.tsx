import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useLiveState } from '../api/live-state.js';
import { sessionQuery } from '../api/queries.js';

const words = { connecting: 'Connecting…', live: 'Live', down: 'Reconnecting…' } as const;

/** Which ERP this desk works with, and whether what is shown is live. */
export function Target(): ReactElement {
  const { data } = useQuery(sessionQuery);
  const live = useLiveState();
  return (
    <div className="target">
      <strong className="live" data-state={live} role="status">
        {words[live]}
      </strong>
      {data && (
        <>
          <span>{data.mode === 'simulator' ? 'Simulator' : data.host}</span>
          <span>{`${data.tenant || 'Default tenant'} · ${data.user}`}</span>
          <span>{`${data.endpoint.name} ${data.endpoint.version}`}</span>
        </>
      )}
    </div>
  );
}
