import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactElement } from 'react';
import type { WireEntry } from '../../../contract/index.js';
import { wireQuery } from '../../api/queries.js';
import { Card } from '../../parts/card.js';
import { EmptyState } from '../../parts/empty-state.js';
import { Icon } from '../../parts/icon.js';
import { QueryView } from '../../parts/query-view.js';
import { plural } from '../../wording/count.js';
import { WireRow } from './wire-row.js';

/** How many rows are shown; the page keeps more. */
const most = 60;

/** The log, newest first. It can be held while somebody reads it. */
export function WireLog(): ReactElement {
  const query = useQuery(wireQuery);
  const [held, hold] = useState<readonly WireEntry[]>();
  const [isUnusual, setUnusual] = useState(false);
  return (
    <Card
      title="Log"
      aside={
        <div className="row">
          <label className="check">
            <input
              type="checkbox"
              checked={isUnusual}
              onChange={({ target }) => {
                setUnusual(target.checked);
              }}
            />
            Only the unusual
          </label>
          <button
            type="button"
            className="button"
            aria-pressed={held !== undefined}
            onClick={() => {
              hold(held ? undefined : query.data);
            }}
          >
            <Icon name={held ? 'play' : 'pause'} /> {held ? 'Go on' : 'Hold'}
          </button>
        </div>
      }
    >
      <QueryView query={query} what="the log" lines={8}>
        {(entries) => <Entries entries={(held ?? entries).filter((entry) => !isUnusual || entry.note !== undefined)} />}
      </QueryView>
      <LatestNote entries={query.data ?? []} />
    </Card>
  );
}

function Entries({ entries }: { readonly entries: readonly WireEntry[] }): ReactElement {
  if (entries.length === 0) {
    return (
      <EmptyState icon="wire" title="Nothing yet">
        <p>Open another page, or make something go wrong.</p>
      </EmptyState>
    );
  }
  return (
    <table className="table wire">
      <caption className="unseen">{`${plural(entries.length, 'request')}, newest first`}</caption>
      <thead>
        <tr>
          <th scope="col">Time</th>
          <th scope="col">Request</th>
          <th scope="col">Status</th>
          <th scope="col" className="number wide-only">
            Took
          </th>
          <th scope="col" className="wide-only">
            What the client did
          </th>
        </tr>
      </thead>
      <tbody>
        {entries
          .slice(-most)
          .reverse()
          .map((entry) => (
            <WireRow key={entry.id} entry={entry} />
          ))}
      </tbody>
    </table>
  );
}

/** Says what is out of the ordinary to those who do not see the log; every request would be too much. */
function LatestNote({ entries }: { readonly entries: readonly WireEntry[] }): ReactElement {
  const latest = entries.findLast(({ note }) => note !== undefined);
  return (
    <p className="unseen" role="status">
      {latest && `${latest.method} ${latest.note ?? ''}${latest.remark === undefined ? '' : `: ${latest.remark}`}`}
    </p>
  );
}
