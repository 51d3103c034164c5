import type { Health } from './health.js';
import type { TaskRow } from './tasks.js';
import type { WireEntry } from './wire.js';

/** `GET /api/events`: the event stream (`text/event-stream`), by the name of the event; each carries JSON. */
export interface DeskEvents {
  /** When it changed, at most once a second, and at once after connecting. */
  readonly health: Health;
  readonly wire: WireEntry;
  readonly task: TaskRow;
}
