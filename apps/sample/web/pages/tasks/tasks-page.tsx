import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { tasksQuery } from '../../api/queries.js';
import { EmptyState } from '../../parts/empty-state.js';
import { Page } from '../../parts/page.js';
import { QueryView } from '../../parts/query-view.js';
import { TaskCard } from './task-card.js';
import './tasks.css';

/** What the desk does by itself: when, how it went, and the switches. Kept up to date by the event stream. */
export function TasksPage(): ReactElement {
  const query = useQuery(tasksQuery);
  return (
    <Page title="Tasks" about="What the desk does by itself, on a schedule">
      <QueryView query={query} what="tasks" lines={6}>
        {(tasks) =>
          tasks.length === 0 ? (
            <div className="card">
              <EmptyState icon="tasks" title="No tasks are scheduled" />
            </div>
          ) : (
            <div className="tasks">
              {tasks.map((task) => (
                <TaskCard key={task.name} task={task} />
              ))}
            </div>
          )
        }
      </QueryView>
    </Page>
  );
}
