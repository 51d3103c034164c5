/** One line of what the ERP tells of its work. Failures are told here alone: the status is 200 whatever happens. */
export interface LogRecord {
  readonly timestamp: string;
  readonly logType: 'trace' | 'information' | 'warning' | 'error';
  readonly message: string;
}

/** Lines of a log, one after the other, with the time. */
export class CustomizationLog {
  readonly records: LogRecord[] = [];
  readonly #now: () => number;

  /** @param now Milliseconds since 1970. */
  constructor(now: () => number) {
    this.#now = now;
  }

  tell(message: string, logType: LogRecord['logType'] = 'information'): this {
    const at = new Date(this.#now()).toISOString();
    // Lines of one moment are told apart by the digits behind the milliseconds.
    const digits = String(this.records.length % 10_000).padStart(4, '0');
    this.records.push({ timestamp: `${at.slice(0, 23)}${digits}Z`, logType, message });
    return this;
  }

  fail(message: string): this {
    return this.tell(message, 'error');
  }
}
