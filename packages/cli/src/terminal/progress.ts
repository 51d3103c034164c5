import { isInteractive, say } from './terminal.js';
import type { Terminal } from './terminal.js';

const REDRAW_MS = 100;
const REPORT_MS = 10_000;

/** How far a long work has come, on stderr: one line that is drawn over, or a line now and then in a pipe. */
export class Progress {
  readonly #terminal: Terminal;
  readonly #unit: string;
  readonly #total: number | undefined;
  readonly #started = performance.now();
  #drawn = performance.now();
  #done = 0;
  #throttledMs = 0;
  #isOpen = false;

  constructor(terminal: Terminal, unit: string, total?: number) {
    this.#terminal = terminal;
    this.#unit = unit;
    this.#total = total;
  }

  get done(): number {
    return this.#done;
  }

  add(count: number): void {
    this.#done += count;
    const now = performance.now();
    const live = isInteractive(this.#terminal) && this.#terminal.json !== true;
    if (now - this.#drawn < (live ? REDRAW_MS : REPORT_MS)) return;
    this.#drawn = now;
    this.#isOpen = live;
    if (live) this.#terminal.stderr.write(`\r\u001b[K${this.line()}`);
    else say(this.#terminal, this.line());
  }

  throttled(ms: number): void {
    this.#throttledMs += ms;
  }

  /** Takes the drawn line away again. */
  close(): void {
    if (this.#isOpen) this.#terminal.stderr.write('\r\u001b[K');
    this.#isOpen = false;
  }

  /** `12,000 of 50,000 rows, 1,900/s, 20 s left, waited 3 s for the rate limit`. */
  line(): string {
    const seconds = (performance.now() - this.#started) / 1000;
    const rate = this.#done / Math.max(seconds, 0.001);
    const parts = [
      this.#total === undefined
        ? `${number(this.#done)} ${this.#unit}`
        : `${number(this.#done)} of ${number(this.#total)} ${this.#unit}`,
      `${number(Math.round(rate))}/s`,
      ...(this.#total === undefined || rate === 0
        ? []
        : [`${number(Math.ceil((this.#total - this.#done) / rate))} s left`]),
      ...(this.#throttledMs < 1000
        ? []
        : [`waited ${number(Math.round(this.#throttledMs / 1000))} s for the rate limit`]),
    ];
    return parts.join(', ');
  }
}

function number(value: number): string {
  return value.toLocaleString('en-US');
}
