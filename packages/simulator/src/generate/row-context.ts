import type { RecordContext } from './record-context.js';
import { companyName } from './record-context.js';
import { Random } from './random.js';
import { saltedSeed } from './salted-seed.js';
import { firstNames, lastNames, places } from './vocabulary.js';
import type { Place } from './vocabulary.js';

/** The dice of one field of one generated record: they fall the same way at every look, whatever was looked at before. */
export class RowContext implements RecordContext {
  readonly random: Random;
  readonly index: number;
  readonly id: string;
  readonly #seed: number;

  /** @param seed Of the record. */
  constructor(seed: number, salt: number, index: number, id: string) {
    this.random = new Random(saltedSeed(seed, salt));
    this.index = index;
    this.id = id;
    this.#seed = seed;
  }

  get place(): Place {
    return this.#dice(1).pick(places);
  }

  get firstName(): string {
    return this.#dice(2).pick(firstNames);
  }

  get lastName(): string {
    return this.#dice(3).pick(lastNames);
  }

  get company(): string {
    return companyName(this.#dice(4));
  }

  #dice(salt: number): Random {
    return new Random(saltedSeed(this.#seed, salt));
  }
}
