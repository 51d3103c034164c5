import type { QueryClient } from '@tanstack/react-query';
import type { DeskEvents } from '../../contract/index.js';
import { mergeTask } from './merge-task.js';
import { mergeWire } from './merge-wire.js';
import { healthQuery, tasksQuery, wireQuery } from './queries.js';
import { setLiveState } from './live-state.js';

const reopenAfterMs = 3000;

/**
 * Opens the one event stream of this page load, and writes what it says where the queries keep it. The browser
 * reconnects by itself after a break; after a refusal it gives up, and then it is opened again here.
 *
 * @returns Closes it.
 */
export function openLive(client: QueryClient): () => void {
  let source: EventSource;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const open = (): void => {
    source = new EventSource('/api/events');
    listenTo(source, client);
    source.onopen = () => {
      // What happened before it was open was not heard.
      for (const { queryKey } of [wireQuery, tasksQuery]) void client.invalidateQueries({ queryKey });
      setLiveState('live');
    };
    source.onerror = () => {
      setLiveState('down');
      if (source.readyState === EventSource.CLOSED) timer = setTimeout(open, reopenAfterMs);
    };
  };

  open();
  return () => {
    clearTimeout(timer);
    source.close();
  };
}

function listenTo(source: EventSource, client: QueryClient): void {
  const on = <Name extends keyof DeskEvents>(name: Name, hear: (event: DeskEvents[Name]) => void): void => {
    source.addEventListener(name, (event: MessageEvent<string>) => {
      hear(JSON.parse(event.data) as DeskEvents[Name]);
    });
  };
  on('health', (health) => client.setQueryData(healthQuery.queryKey, health));
  on('task', (task) => client.setQueryData(tasksQuery.queryKey, (tasks) => tasks && mergeTask(tasks, task)));
  on('wire', (entry) => client.setQueryData(wireQuery.queryKey, (entries) => entries && mergeWire(entries, entry)));
}
