import { syntaxError } from './syntax-error.js';
import type { Token } from './token.js';

/** The pieces of a filter, read one after the other. */
export class TokenStream {
  readonly #tokens: readonly Token[];
  #index = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  /** The next token, or one further on; the end never ends. */
  peek(ahead = 0): Token {
    return this.#tokens[this.#index + ahead] ?? this.#tokens.at(-1)!;
  }

  next(): Token {
    const token = this.peek();
    this.#index += 1;
    return token;
  }

  /** Takes the next token if it is this sign or word. */
  take(text: string): boolean {
    const found = this.is(text);
    if (found) this.#index += 1;
    return found;
  }

  is(text: string, ahead = 0): boolean {
    const token = this.peek(ahead);
    return token.text === text && (token.kind === 'sign' || token.kind === 'name');
  }

  /** Takes the next token, which must be this sign or word. @throws {AcumaticaQueryError} when it is another */
  expect(text: string, meaning = `"${text}"`): void {
    if (!this.take(text)) throw syntaxError(this.peek(), meaning);
  }

  /** Takes the next token, which must be of this kind. @throws {AcumaticaQueryError} when it is another */
  expectKind(kind: Token['kind'], meaning: string): Token {
    if (this.peek().kind !== kind) throw syntaxError(this.peek(), meaning);
    return this.next();
  }
}
