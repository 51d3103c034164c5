import { Customer } from '../models/customer.js';

/** An overlap, since records that are written in the same instant may show up one after the other. */
const overlapMs = 1_000;

/**
 * The names of all customers in memory, so that a list of orders can show them without asking. It is brought up to date
 * by `LastModifiedDateTime`: after the first time only what changed is read.
 */
export class CustomerIndex {
  readonly #names = new Map<string, string>();
  #seen: Date | undefined;

  /** The name of a customer, once it is known. */
  nameOf(customerId: string): string | undefined {
    return this.#names.get(customerId);
  }

  get size(): number {
    return this.#names.size;
  }

  /** The latest change that is in here, by the ERP's clock. */
  get seen(): Date | undefined {
    return this.#seen;
  }

  /** Reads what has changed since the last time, and says how much that was. */
  async sync(signal?: AbortSignal): Promise<number> {
    const since = this.#seen && new Date(this.#seen.getTime() - overlapMs);
    const changed = Customer.changedSince(since)
      .select('CustomerID', 'CustomerName', 'LastModifiedDateTime')
      .options(signal === undefined ? {} : { signal });
    const before = this.#seen?.getTime() ?? 0;
    let [latest, count] = [before, 0];
    for await (const { CustomerID, CustomerName, LastModifiedDateTime } of changed) {
      if (CustomerID !== null) this.#names.set(CustomerID, CustomerName ?? '');
      const modified = LastModifiedDateTime?.getTime() ?? 0;
      if (modified > before) count += 1;
      latest = Math.max(latest, modified);
    }
    // Only a walk to the end counts: one that broke off is walked again.
    if (latest > 0) this.#seen = new Date(latest);
    return count;
  }
}
