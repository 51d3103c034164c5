import type { SimulatorLimits } from '../simulator-options.js';

/** The licence's ceilings as they are now; those of the start come back by `restore`. */
export class CurrentLimits implements Required<SimulatorLimits> {
  readonly #initial: SimulatorLimits;
  #now: SimulatorLimits;

  constructor(initial: SimulatorLimits = {}) {
    this.#initial = initial;
    this.#now = initial;
  }

  get seats(): number {
    return this.#now.seats ?? Infinity;
  }

  get concurrent(): number {
    return this.#now.concurrent ?? Infinity;
  }

  get requestsPerMinute(): number {
    return this.#now.requestsPerMinute ?? Infinity;
  }

  change(limits: SimulatorLimits): void {
    this.#now = { ...this.#now, ...limits };
  }

  restore(): void {
    this.#now = this.#initial;
  }
}
