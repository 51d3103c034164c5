/** Counts wrong passwords in a row; an account that reaches the limit stays locked, even for the right password. */
export class LockOuts {
  readonly #limit: number;
  readonly #failures = new Map<string, number>();

  constructor(limit: number) {
    this.#limit = limit;
  }

  isLocked(user: string): boolean {
    return (this.#failures.get(user) ?? 0) >= this.#limit;
  }

  failed(user: string): void {
    this.#failures.set(user, (this.#failures.get(user) ?? 0) + 1);
  }

  succeeded(user: string): void {
    this.#failures.delete(user);
  }
}
