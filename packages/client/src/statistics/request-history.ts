import type { TransportHooks } from '@acurecord/transport';

/** One request that was answered or failed. */
export interface RequestRecord {
  readonly at: Date;
  /** Such as `PUT /entity/Default/24.200.001/Customer`. */
  readonly operation: string;
  readonly attempt: number;
  /** Absent when no answer came. */
  readonly status?: number;
  readonly durationMs?: number;
  /** What went wrong, without secrets. */
  readonly error?: string;
}

/** The last requests of a client, oldest first. */
export class RequestHistory {
  readonly #size: number;
  readonly #records: RequestRecord[] = [];

  constructor(size: number) {
    this.#size = size;
  }

  get records(): readonly RequestRecord[] {
    return [...this.#records];
  }

  /** Hooks that write the history, in front of other hooks. */
  watching(hooks: TransportHooks = {}): TransportHooks {
    if (this.#size <= 0) return hooks;
    return {
      ...hooks,
      onResponse: (event) => {
        const { operation, attempt, status, durationMs } = event;
        this.#add({ at: new Date(), operation, attempt, status, durationMs });
        hooks.onResponse?.(event);
      },
      onError: (event) => {
        this.#add({ at: new Date(), operation: event.operation, attempt: 0, error: event.error.message });
        hooks.onError?.(event);
      },
    };
  }

  #add(record: RequestRecord): void {
    this.#records.push(record);
    if (this.#records.length > this.#size) this.#records.shift();
  }
}
