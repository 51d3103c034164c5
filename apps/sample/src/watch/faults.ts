import { randomUUID } from 'node:crypto';
import { AcumaticaAmbiguousOutcomeError } from 'acurecord';
import type { AcumaticaClient } from 'acurecord';
import type { Simulator } from '@acurecord/simulator';
import type { FaultDemonstration, FaultName, FaultReport } from '../../contract/index.js';
import { Customer } from '../models/customer.js';
import { SalesOrder } from '../models/sales-order.js';

interface Fault {
  readonly expect: string;
  readonly arm: (simulator: Simulator) => void;
  readonly show: (faults: Faults) => Promise<Omit<FaultDemonstration, 'ms'>>;
}

/** What may go wrong, by name: how it is brought about, and a request that meets it. */
const faults: Readonly<Record<FaultName, Fault>> = {
  throttle: {
    expect: 'The next two lists of orders are answered with 429 and asked to come back after a second.',
    arm: (simulator) => {
      simulator.faults.throttle({ method: 'GET', path: '/SalesOrder', retryAfterSeconds: 1, times: 2 });
    },
    show: (desk) => desk.list('The ERP declined twice. The client waited as long as it was asked to and tried again'),
  },
  slow: {
    expect: 'The next list of orders takes three seconds.',
    arm: (simulator) => {
      simulator.failNext({ method: 'GET', path: '/SalesOrder', delayMs: 3_000 });
    },
    show: (desk) => desk.list('The answer took its time. Other pages went on meanwhile, and the list came'),
  },
  'idle-sign-out': {
    expect: 'The ERP has ended the session, as it does after ten idle minutes.',
    arm: (simulator) => {
      simulator.faults.expireSessions();
    },
    show: (desk) => desk.list('The session was gone. The client signed in once more and sent the request again'),
  },
  'drop-after-commit': {
    expect: 'The connection is cut after the ERP has written the next order, and before it can say so.',
    arm: (simulator) => {
      simulator.faults.dropAfterCommit({ method: 'PUT', path: '/SalesOrder' });
    },
    show: (desk) => desk.writeOnce(),
  },
};

/** Trouble on request: each fault is brought about by the simulator's own means, and met at once by a request. */
export class Faults {
  readonly names = Object.keys(faults) as FaultName[];
  readonly #simulator: Simulator;
  readonly #client: AcumaticaClient;
  #last: Promise<unknown> = Promise.resolve();

  constructor(simulator: Simulator, client: AcumaticaClient) {
    this.#simulator = simulator;
    this.#client = client;
  }

  has(name: string): name is FaultName {
    return Object.hasOwn(faults, name);
  }

  /** One after the other, so that each meets its own fault. */
  bringAbout(name: FaultName): Promise<FaultReport> {
    const report = this.#last.then(() => this.#client.run(() => this.#bringAbout(name)));
    this.#last = report.catch(() => undefined);
    return report;
  }

  async #bringAbout(name: FaultName): Promise<FaultReport> {
    const { expect, arm, show } = faults[name];
    await this.#client.cache.invalidate('SalesOrder');
    arm(this.#simulator);
    const startedAt = performance.now();
    const shown = await show(this);
    return { armed: name, expect, demonstration: { ...shown, ms: Math.round(performance.now() - startedAt) } };
  }

  /** A read that meets the fault. */
  async list(outcome: string): Promise<Omit<FaultDemonstration, 'ms'>> {
    const action = 'List five open orders';
    try {
      const orders = await SalesOrder.open().select('OrderType', 'OrderNbr', 'Status').take(5).toArray();
      return { action, ok: true, outcome: `${outcome}: ${orders.length} orders.` };
    } catch (error) {
      return { action, ok: false, outcome: error instanceof Error ? error.message : String(error) };
    }
  }

  /**
   * A write whose answer is lost. It is not sent again, which could make a second order; the order is looked for by a
   * reference that only this one has.
   */
  async writeOnce(): Promise<Omit<FaultDemonstration, 'ms'>> {
    const action = 'Write one order, on hold';
    const reference = `DESK-${randomUUID().slice(0, 8).toUpperCase()}`;
    const customer = await Customer.query().select('CustomerID').firstOrThrow();
    const wanted = { OrderType: 'SO', CustomerID: customer.CustomerID, Hold: true, ExternalRef: reference };
    let lost = false;
    try {
      await SalesOrder.create({ ...wanted, Description: 'Written while the connection broke' });
    } catch (error) {
      if (!AcumaticaAmbiguousOutcomeError.is(error)) throw error;
      lost = true;
    }
    const found = await SalesOrder.where({ ExternalRef: reference }).select('OrderType', 'OrderNbr').toArray();
    const [first] = found;
    const outcome = lost
      ? `The answer was lost, and nobody could tell whether the order was written. The client did not send it again; the desk looked for ${reference} and found ${found.length} order.`
      : `The answer came after all: another request met the fault. There is ${found.length} order with ${reference}.`;
    const named = first && { orderType: first.OrderType ?? '', orderNbr: first.OrderNbr ?? '', copies: found.length };
    return { action, ok: found.length === 1, outcome, ...(named && { document: named }) };
  }
}
