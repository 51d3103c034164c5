import type { ReactElement } from 'react';
import type { TaskRow, TaskRun } from '../../../contract/index.js';
import { Icon } from '../../parts/icon.js';
import { duration, timeOfDay } from '../../wording/dates.js';

/** How the latest runs went. */
export function TaskHistory({ task }: { readonly task: TaskRow }): ReactElement {
  if (task.history.length === 0) return <p className="soft">It has not run yet.</p>;
  return (
    <div className="table-wrap history" tabIndex={0} role="region" aria-label={`History of ${task.name}`}>
      <table className="plain-table">
        <caption className="unseen">{`Latest runs of ${task.name}, newest first`}</caption>
        <thead>
          <tr>
            <th scope="col">Started</th>
            <th scope="col">Outcome</th>
            <th scope="col" className="number">
              Took
            </th>
          </tr>
        </thead>
        <tbody>
          {task.history.map((run) => (
            <RunRow key={run.startedAt} run={run} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function RunRow({ run }: { readonly run: TaskRun }): ReactElement {
  const isRunning = run.ms === null;
  const word = isRunning ? 'Running' : run.ok ? 'Done' : 'Failed';
  return (
    <tr>
      <td className="nowrap">{timeOfDay(run.startedAt)}</td>
      <td>
        <span className={`outcome ${run.ok || isRunning ? '' : 'failed'}`}>
          {isRunning ? <span className="spinner" /> : <Icon name={run.ok ? 'tick' : 'warning'} size={16} />}
          <span>{run.message ?? word}</span>
        </span>
      </td>
      <td className="number nowrap">{run.ms === null ? '…' : duration(run.ms)}</td>
    </tr>
  );
}
