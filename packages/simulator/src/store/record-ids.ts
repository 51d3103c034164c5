/** Makes the guids and the dice of one simulator: the same seed gives the same row of them. */
export class RecordIds {
  #state: number;
  readonly #seed: number;

  constructor(seed: number) {
    this.#seed = seed;
    this.#state = seed >>> 0;
  }

  /** A number in [0, 1). */
  random(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = this.#state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  /** A lower-case guid in the form the ERP's generator gives: sequential at the front, one machine at the end. */
  next(): string {
    const front = this.#hex(8);
    return `${front}-${this.#hex(4)}-11ee-8${this.#hex(3)}-0690322d016b`;
  }

  /** Starts the row again. */
  reset(): void {
    this.#state = this.#seed >>> 0;
  }

  #hex(digits: number): string {
    return Math.floor(this.random() * 16 ** digits)
      .toString(16)
      .padStart(digits, '0');
  }
}
