/** `GET /api/tasks` answers `TaskRow[]`; `POST /api/tasks/:name/run|pause|resume` answers `TaskRow`; the event `task` carries one. */
export interface TaskRow {
  readonly name: string;
  /** What it is for. */
  readonly description: string;
  readonly status: 'scheduled' | 'running' | 'paused' | 'finished';
  /** In words: `every 30 seconds`. */
  readonly schedule: string;
  /** ISO; null while paused. */
  readonly nextRun: string | null;
  /** ISO; null before the first run. */
  readonly lastRun: string | null;
  readonly runCount: number;
  readonly errorCount: number;
  /** Newest first, at most 20. */
  readonly history: readonly TaskRun[];
}

export interface TaskRun {
  /** ISO */
  readonly startedAt: string;
  /** null while it runs. */
  readonly ms: number | null;
  readonly ok: boolean;
  /** What came of it: `12 orders changed since 10:41:07`. */
  readonly message?: string;
}

export type TaskCommand = 'run' | 'pause' | 'resume';
