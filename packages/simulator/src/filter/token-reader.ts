import { syntaxError } from './filter-error.js';
import type { FilterError } from './filter-error.js';
import type { FilterToken } from './filter-token.js';

/** Deepest nesting and largest number of parts a filter may have. */
const limits = { depth: 200, parts: 20_000 };

/** Walks over the tokens of one filter. */
export class TokenReader {
  #index = 0;
  #depth = 0;
  #parts = 0;

  constructor(
    readonly text: string,
    private readonly tokens: readonly FilterToken[],
  ) {}

  peek(ahead = 0): FilterToken {
    return this.tokens[this.#index + ahead] ?? { kind: 'end', at: this.text.length };
  }

  next(): FilterToken {
    const token = this.peek();
    this.#index += 1;
    this.#parts += 1;
    if (this.#parts > limits.parts) throw this.problem();
    return token;
  }

  /** The word here, when it is one of these; moves past it. */
  takeWord<T extends string>(words: readonly T[]): T | undefined {
    const token = this.peek();
    const found = token.kind === 'word' ? words.find((word) => word === token.text) : undefined;
    if (found !== undefined) this.next();
    return found;
  }

  /** Whether the sign is here; moves past it. */
  takeSign(sign: string): boolean {
    const token = this.peek();
    const found = token.kind === 'sign' && token.text === sign;
    if (found) this.next();
    return found;
  }

  /** Moves past the sign. @throws FilterError when it is not here. */
  expectSign(sign: string): void {
    if (!this.takeSign(sign)) throw this.problem();
  }

  /** Runs a part of the grammar one level deeper. @throws FilterError when that is too deep. */
  deeper<T>(read: () => T): T {
    this.#depth += 1;
    if (this.#depth > limits.depth) throw this.problem();
    const result = read();
    this.#depth -= 1;
    return result;
  }

  problem(): FilterError {
    return syntaxError(this.text, this.peek().at);
  }
}
