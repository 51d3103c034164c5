import type { Clock } from '../clock.js';
import type { CancellationScope } from '../pipeline/cancellation-scope.js';
import { positive } from '../request/positive.js';
import type { RateLimitOptions } from './rate-limit-options.js';
import { PriorityQueue } from './priority-queue.js';

const MINUTE_MS = 60_000;

/**
 * Lets calls start at the pace of the options, the highest priority first and otherwise in the order in which they
 * asked: a token bucket for the second, a sliding window for the minute, and a bound on calls under way.
 */
export class Limiter {
  readonly #clock: Clock;
  readonly #perSecond: number;
  readonly #burst: number;
  readonly #perMinute: number;
  readonly #concurrent: number;
  readonly #queue = new PriorityQueue<() => void>();
  /** When the last calls started, the oldest first; as many as the minute allows. */
  readonly #starts: number[] = [];
  #tokens: number;
  #filledAt: number;
  #lookedAt: number;
  #pausedUntil = 0;
  #running = 0;
  #cancelTimer: (() => void) | undefined;

  constructor(options: RateLimitOptions, clock: Clock) {
    const {
      callsPerSecond = 10,
      requestsPerMinute = Infinity,
      useFullAllowance = false,
      maxConcurrent = Infinity,
    } = options;
    this.#clock = clock;
    this.#perSecond = positive(callsPerSecond, 'rateLimit.callsPerSecond');
    this.#burst = Math.max(1, Math.floor(this.#perSecond));
    this.#perMinute = minuteShare(positive(requestsPerMinute, 'rateLimit.requestsPerMinute'), useFullAllowance);
    this.#concurrent = Math.max(1, positive(maxConcurrent, 'rateLimit.maxConcurrent'));
    this.#tokens = this.#burst;
    this.#filledAt = this.#lookedAt = clock.now();
  }

  /** Whether a call may start right now; it then has started. */
  tryStart(): boolean {
    if (!this.#queue.empty || this.#delayMs() > 0) return false;
    this.#start();
    return true;
  }

  /**
   * Resolves when the call has started, after those of a higher priority and those that asked before. Whose cancellation is
   * cut leaves the queue.
   */
  waitForStart(cancellation: CancellationScope, priority = 0): Promise<void> {
    return new Promise((resolve, reject) => {
      const start = (): void => {
        leave();
        untie();
        resolve();
      };
      const leave = this.#queue.add(start, priority);
      const untie = cancellation.onCancel((reason) => {
        leave();
        this.#arm();
        reject(reason);
      });
      this.#arm();
    });
  }

  /** A started call has ended. */
  end(): void {
    this.#running -= 1;
    if (!this.#queue.empty) this.#release();
  }

  /** Lets nobody start for a while, since the server asked for it. */
  hold(ms: number): void {
    this.#pausedUntil = Math.max(this.#pausedUntil, this.#now() + ms);
    this.#arm();
  }

  /** How long until the next call may start; Infinity while too many are under way. */
  #delayMs(): number {
    if (this.#running >= this.#concurrent) return Infinity;
    const now = this.#now();
    this.#refill(now);
    const forToken = this.#tokens >= 1 ? 0 : ((1 - this.#tokens) / this.#perSecond) * 1000;
    const oldest = this.#starts.length < this.#perMinute ? undefined : this.#starts[0];
    // Strictly more than a minute apart, so that no window of 60 s holds both ends.
    const forMinute = oldest === undefined ? 0 : oldest + MINUTE_MS + 1 - now;
    return Math.max(0, forToken, forMinute, this.#pausedUntil - now);
  }

  /** The time. Where the clock was set back, all that is remembered moves with it: nobody waits until it has caught up. */
  #now(): number {
    const now = this.#clock.now();
    const back = this.#lookedAt - now;
    if (back > 0) {
      this.#filledAt -= back;
      this.#pausedUntil -= back;
      this.#starts.forEach((start, index) => (this.#starts[index] = start - back));
    }
    this.#lookedAt = now;
    return now;
  }

  #refill(now: number): void {
    if (this.#perSecond === Infinity) return;
    const gained = ((now - this.#filledAt) / 1000) * this.#perSecond;
    this.#tokens = Math.min(this.#burst, this.#tokens + gained);
    this.#filledAt = now;
  }

  #start(): void {
    this.#running += 1;
    if (this.#perSecond !== Infinity) this.#tokens -= 1;
    if (this.#perMinute === Infinity) return;
    this.#starts.push(this.#now());
    if (this.#starts.length > this.#perMinute) this.#starts.shift();
  }

  #release(): void {
    while (!this.#queue.empty && this.#delayMs() <= 0) {
      this.#start();
      this.#queue.first?.();
    }
    this.#arm();
  }

  #arm(): void {
    this.#cancelTimer?.();
    this.#cancelTimer = undefined;
    const delayMs = this.#queue.empty ? Infinity : this.#delayMs();
    // Rounded up: a timer that fires early would only be set again.
    if (delayMs !== Infinity) this.#cancelTimer = this.#clock.after(Math.ceil(delayMs), () => this.#release());
  }
}

/** The ERP begins to delay once half of the minute's allowance is used; staying below it costs no waiting there. */
function minuteShare(requestsPerMinute: number, useFullAllowance: boolean): number {
  if (useFullAllowance || requestsPerMinute === Infinity) return Math.max(1, Math.floor(requestsPerMinute));
  return Math.max(1, Math.ceil(requestsPerMinute / 2) - 1);
}
