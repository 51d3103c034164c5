import { randomUUID } from 'node:crypto';
import { request } from 'node:http';
import type { RecordChange } from '../store/entity-table.js';
import { plainFields } from '../store/plain-record.js';
import type { StoredRecord } from '../store/stored-record.js';
import type { SimulatorClock } from './simulator-clock.js';

/** Where changes of an entity's records are told to. */
export interface PushDestination {
  /** Entity whose records are watched. */
  readonly entity: string;
  /** Name shown as the source of the rows. @default the entity's name */
  readonly query?: string;
  /** A loopback address. */
  readonly url: string;
  /** One more header, such as a shared secret. */
  readonly header?: readonly [name: string, value: string];
  /** Tells each change twice, as "at least once" allows. @default false */
  readonly doubled?: boolean;
}

const attempts = 5;
const pauseMs = 1000;
const ticksAt1970 = 621_355_968_000_000_000n;
const loopback = /^(127(\.\d{1,3}){3}|\[::1\]|localhost)$/;

/** Tells destinations of changes: each at least once, in five attempts at most, one after the other. */
export class PushNotifications {
  readonly #destinations: readonly PushDestination[];
  readonly #clock: SimulatorClock;
  #last: Promise<void> = Promise.resolve();

  /** @throws Error for a destination that is not on loopback */
  constructor(destinations: readonly PushDestination[], clock: SimulatorClock) {
    this.#destinations = destinations;
    this.#clock = clock;
    for (const { url } of destinations)
      if (!loopback.test(new URL(url).hostname))
        throw new Error(`Push notifications go to loopback only, not to ${url}.`);
  }

  /** Queues what happened to a record. */
  tell(tenant: string, entity: string, change: RecordChange): void {
    for (const destination of this.#destinations) {
      if (destination.entity !== entity) continue;
      const body = this.#message(destination, tenant, change);
      const times = destination.doubled === true ? 2 : 1;
      for (let time = 0; time < times; time += 1)
        this.#last = this.#last.then(() => this.#deliver(destination, body)).catch(() => undefined);
    }
  }

  /** Resolves when everything queued so far has been delivered or given up. */
  settled(): Promise<void> {
    return this.#last;
  }

  #message({ entity, query = entity }: PushDestination, tenant: string, { before, after }: RecordChange): string {
    const rows = (record: StoredRecord | undefined): unknown[] => (record === undefined ? [] : [plainFields(record)]);
    const message = {
      Inserted: rows(after),
      Deleted: rows(before),
      Query: query,
      CompanyId: tenant,
      Id: randomUUID(),
      TimeStamp: 0,
      AdditionalInfo: {},
    };
    const ticks = ticksAt1970 + BigInt(Math.trunc(this.#clock.now())) * 10_000n;
    // Ticks have more digits than a number keeps.
    return JSON.stringify(message).replace('"TimeStamp":0', `"TimeStamp":${ticks}`);
  }

  async #deliver(destination: PushDestination, body: string): Promise<void> {
    for (let attempt = 1; attempt <= attempts; attempt += 1) {
      if (await post(destination, body)) return;
      if (attempt < attempts) await this.#clock.sleep(pauseMs);
    }
  }
}

/** Posts a message; whether it was taken. */
function post({ url, header }: PushDestination, body: string): Promise<boolean> {
  const length = { 'Content-Type': 'application/json', 'Content-Length': String(Buffer.byteLength(body)) };
  const headers = { ...length, ...(header === undefined ? {} : { [header[0]]: header[1] }) };
  return new Promise((resolve) => {
    const sent = request(url, { method: 'POST', headers, timeout: 10_000, agent: false }, (response) => {
      response.resume();
      const { statusCode = 0 } = response;
      response.on('close', () => {
        resolve(statusCode >= 200 && statusCode < 300);
      });
    });
    sent.on('timeout', () => sent.destroy());
    sent.on('error', () => {
      resolve(false);
    });
    sent.end(body);
  });
}
