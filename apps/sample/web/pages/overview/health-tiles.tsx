import { useQuery } from '@tanstack/react-query';
import type { ReactElement, ReactNode } from 'react';
import type { Health } from '../../../contract/index.js';
import { healthQuery } from '../../api/queries.js';
import { Loading } from '../../parts/loading.js';
import { Meter } from '../../parts/meter.js';
import { Notice } from '../../parts/notice.js';
import { ProblemNotice } from '../../parts/problem-notice.js';
import type { Tone } from '../../parts/status-badge.js';
import { count, plural } from '../../wording/count.js';
import { timeOfDay } from '../../wording/dates.js';

const states = {
  ok: { tone: 'green', word: 'Healthy' },
  degraded: { tone: 'amber', word: 'Under strain' },
  down: { tone: 'red', word: 'Down' },
} as const satisfies Record<Health['state'], { tone: Tone; word: string }>;

/** How the one connection to the ERP is doing, live. */
export function HealthTiles(): ReactElement {
  const { data, error, refetch } = useQuery(healthQuery);
  return (
    <section aria-label="Connection to the ERP" className="stack">
      {error && <ProblemNotice error={error} onRetry={() => void refetch()} />}
      {data ? <Tiles health={data} /> : !error && <Loading what="the connection" lines={2} />}
      {data?.lastError && (
        <Notice tone="amber" title={`At ${timeOfDay(data.lastError.at)} a request failed`}>
          <p>{data.lastError.message}</p>
        </Notice>
      )}
    </section>
  );
}

function Tiles({ health }: { readonly health: Health }): ReactElement {
  const state = states[health.state];
  return (
    <dl className="tiles">
      <Tile
        label="Connection"
        value={
          <span className="state" data-tone={state.tone} role="status">
            {state.word}
          </span>
        }
        about={`${plural(health.signIns, 'sign-in')} since ${timeOfDay(health.since)}`}
      />
      <RequestsTile health={health} />
      <SeatsTile health={health} />
      <CacheTile health={health} />
      <Tile
        label="Retries"
        value={count(health.retries)}
        about={`${count(health.throttled)} throttled, ${count(health.waiting)} waiting`}
      />
    </dl>
  );
}

function RequestsTile({
  health: { requestsLastMinute, requestsPerMinute },
}: {
  readonly health: Health;
}): ReactElement {
  return (
    <Tile
      label="Requests in the last minute"
      value={count(requestsLastMinute)}
      about={requestsPerMinute === null ? 'No budget known' : `of ${count(requestsPerMinute)} the licence allows`}
      {...(requestsPerMinute !== null && { share: requestsLastMinute / requestsPerMinute })}
    />
  );
}

function SeatsTile({ health: { seats } }: { readonly health: Health }): ReactElement {
  return (
    <Tile
      label="API seats"
      value={count(seats.inUse)}
      about={seats.limit === null ? 'in use by this desk' : `of ${count(seats.limit)} in use by this desk`}
      {...(seats.limit !== null && { share: seats.inUse / seats.limit })}
      tone="green"
    />
  );
}

function CacheTile({ health: { cache } }: { readonly health: Health }): ReactElement {
  const reads = cache.hits + cache.misses;
  const share = reads === 0 ? 0 : cache.hits / reads;
  return (
    <Tile
      label="Answered from the cache"
      value={reads === 0 ? '–' : `${String(Math.floor(share * 100))} %`}
      about={`${count(cache.hits)} of ${plural(reads, 'read')}`}
      {...(reads > 0 && { share })}
      tone="green"
    />
  );
}

function Tile(props: {
  readonly label: string;
  readonly value: ReactNode;
  readonly about: string;
  readonly share?: number;
  readonly tone?: Tone;
}): ReactElement {
  return (
    <div className="tile card">
      <dt>{props.label}</dt>
      <dd className="tile-value">{props.value}</dd>
      <dd className="tile-about">{props.about}</dd>
      {props.share !== undefined && (
        <dd>
          <Meter share={props.share} {...(props.tone && { tone: props.tone })} />
        </dd>
      )}
    </div>
  );
}
