import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import type { TaskCommand, TaskRow } from '../../../contract/index.js';
import { mergeTask } from '../../api/merge-task.js';
import { tasksQuery } from '../../api/queries.js';
import { write } from '../../api/request.js';
import { Card } from '../../parts/card.js';
import { Icon } from '../../parts/icon.js';
import { ProblemNotice } from '../../parts/problem-notice.js';
import type { Tone } from '../../parts/status-badge.js';
import { useNow } from '../../parts/use-now.js';
import { count, plural } from '../../wording/count.js';
import { fromNow, timeOfDay } from '../../wording/dates.js';
import { TaskHistory } from './task-history.js';

const looks: Readonly<Record<TaskRow['status'], { readonly tone: Tone; readonly word: string }>> = {
  scheduled: { tone: 'green', word: 'Scheduled' },
  running: { tone: 'blue', word: 'Running' },
  paused: { tone: 'amber', word: 'Paused' },
  finished: { tone: 'grey', word: 'Finished' },
};

/** One task: when it runs next, how it went, run now, pause. */
export function TaskCard({ task }: { readonly task: TaskRow }): ReactElement {
  const { tone, word } = looks[task.status];
  return (
    <Card
      title={task.name}
      about={task.description}
      className="task"
      aside={
        <span className="badge" data-tone={tone} role="status">
          {word}
        </span>
      }
    >
      <div className="card-body task-body">
        <div className="stack">
          <TaskFacts task={task} />
          <TaskButtons task={task} />
        </div>
        <TaskHistory task={task} />
      </div>
    </Card>
  );
}

function TaskFacts({ task }: { readonly task: TaskRow }): ReactElement {
  const now = useNow();
  return (
    <dl className="facts">
      <div>
        <dt>Next run</dt>
        <dd>{task.nextRun === null ? '–' : fromNow(task.nextRun, now)}</dd>
        <dd className="soft small">{task.schedule}</dd>
      </div>
      <div>
        <dt>Last run</dt>
        <dd>{task.lastRun === null ? 'Never' : fromNow(task.lastRun, now)}</dd>
        <dd className="soft small">{task.lastRun === null ? '' : timeOfDay(task.lastRun)}</dd>
      </div>
      <div>
        <dt>Runs</dt>
        <dd>{count(task.runCount)}</dd>
        <dd className={task.errorCount > 0 ? 'small failed' : 'soft small'}>{plural(task.errorCount, 'failure')}</dd>
      </div>
    </dl>
  );
}

function TaskButtons({ task }: { readonly task: TaskRow }): ReactElement {
  const client = useQueryClient();
  const command = useMutation({
    mutationFn: (name: TaskCommand) =>
      write<TaskRow>('POST', `/api/tasks/${encodeURIComponent(task.name)}/${name}`, {}),
    onSuccess: (row) => {
      client.setQueryData(tasksQuery.queryKey, (tasks) => tasks && mergeTask(tasks, row));
    },
  });
  const isPaused = task.status === 'paused';
  const toggle = isPaused ? 'resume' : 'pause';
  return (
    <>
      <div className="row">
        <button
          type="button"
          className="button"
          aria-label={`Run now: ${task.name}`}
          disabled={command.isPending || task.status === 'running'}
          onClick={() => {
            command.mutate('run');
          }}
        >
          <Icon name="bolt" /> Run now
        </button>
        <button
          type="button"
          className="button"
          aria-label={`${isPaused ? 'Resume' : 'Pause'}: ${task.name}`}
          disabled={command.isPending || task.status === 'finished'}
          onClick={() => {
            command.mutate(toggle);
          }}
        >
          <Icon name={isPaused ? 'play' : 'pause'} /> {isPaused ? 'Resume' : 'Pause'}
        </button>
      </div>
      {command.error && <ProblemNotice error={command.error} />}
    </>
  );
}
