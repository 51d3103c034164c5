/** A row of dice that falls the same way for the same seed. */
export class Random {
  #state: number;

  /** @param seed A number, and as many texts as it takes to tell this row from the others of that number. */
  constructor(seed: number, ...names: readonly string[]) {
    this.#state = names.reduce(mixText, seed >>> 0);
  }

  /** A number in [0, 1). */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), this.#state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  /** A whole number from `low` to `high`, both included. */
  int(low: number, high: number): number {
    return low + Math.floor(this.next() * (high - low + 1));
  }

  /** An amount with two decimals. */
  amount(low: number, high: number): number {
    return this.int(low * 100, high * 100) / 100;
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  /** One of a list that is not empty. */
  pick<T>(list: readonly [T, ...T[]]): T {
    return list[Math.floor(this.next() * list.length)] ?? list[0];
  }

  /** A lower-case guid of the kind the ERP's generator gives. */
  guid(): string {
    const digits = (count: number): string =>
      Math.floor(this.next() * 16 ** count)
        .toString(16)
        .padStart(count, '0');
    return `${digits(8)}-${digits(4)}-11ee-8${digits(3)}-0690322d016b`;
  }
}

/** FNV-1a. */
function mixText(state: number, text: string): number {
  let hash = state ^ 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return hash >>> 0;
}
