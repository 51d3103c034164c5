/** A record inserted between two requests can come twice, one after the other; it does not come so often. */
const MOST_LONE_REPEATS = 3;

/**
 * Notices that a server goes in circles: it ignores `$skip`, or its next pages lead back. It compares each page with one
 * seen earlier, the latter taken anew at ever longer intervals, so that any circle is found without keeping what was read.
 */
export class RepeatedPages {
  #reference: string | undefined;
  #pages = 0;
  #next = 1;
  #repeats = 0;

  /** Whether a page, given by what identifies each of its rows, shows that the pages repeat. An empty one shows nothing. */
  isCircle(rows: readonly unknown[]): boolean {
    this.#pages += 1;
    const page = JSON.stringify(rows);
    if (rows.length > 0 && page === this.#reference) this.#repeats += 1;
    if (this.#repeats >= (rows.length > 1 ? 1 : MOST_LONE_REPEATS)) return true;
    if (this.#pages === this.#next) {
      this.#reference = page;
      this.#repeats = 0;
      this.#next *= 2;
    }
    return false;
  }
}
