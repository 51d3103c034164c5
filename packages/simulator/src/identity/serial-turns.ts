/** Lets the calls of one token follow each other: each waits until the one before it is answered. */
export class SerialTurns {
  readonly #last = new Map<string, Promise<void>>();

  /** Waits for the token's turn; gives back what to call when the call is answered. */
  async enter(token: string): Promise<() => void> {
    const before = this.#last.get(token);
    let leave: () => void = () => undefined;
    const turn = new Promise<void>((resolve) => (leave = resolve));
    const last = (before ?? Promise.resolve()).then(() => turn);
    this.#last.set(token, last);
    await before;
    return () => {
      leave();
      if (this.#last.get(token) === last) this.#last.delete(token);
    };
  }
}
