/** A long operation as the server keeps it: started by an action or a report, finished in its own time. */
export interface Operation {
  readonly id: string;
  /** Session that started it; only that one may ask for it. */
  readonly sessionId: string;
  readonly user: string;
  readonly entity: string;
  readonly action: string;
  /** Site-relative address of the record it works on; absent when there is none. */
  readonly record?: string;
  readonly startedAt: number;
  /** When it finishes, if nobody asks before. */
  readonly dueAt: number;
  /** Polls that still find it running. */
  pollsLeft: number;
  state: 'running' | 'done' | 'failed';
  /** Why it failed. */
  failure?: string;
  /** Does what the operation is for. @throws RuleViolation when that is refused. */
  readonly work: () => void;
  /** What a finished report has made. */
  result?: { readonly type: string; readonly bytes: Buffer };
}

/** What a test may see of an operation. */
export interface OperationView {
  readonly id: string;
  readonly user: string;
  readonly entity: string;
  readonly action: string;
  readonly state: Operation['state'];
  readonly startedAt: Date;
}

/** How an action behaves, whatever it does. */
export interface ActionBehaviour {
  /** 204 at once, or 202 and polling. @default as the form does it; for unknown forms, by the action's name */
  readonly long?: boolean;
  /** Polls that answer 202. @default 1 */
  readonly polls?: number;
  /** Milliseconds after which it is finished though nobody asked. @default 5000 */
  readonly durationMs?: number;
  /** It would open another form, a report, a file or a web page: an error for a program, and nothing is done. */
  readonly opens?: 'form' | 'report' | 'file' | 'url';
  /** Fails in the middle, with this message, and changes nothing. */
  readonly failWith?: string;
}
