import { randomUUID } from 'node:crypto';
import { RuleViolation } from '../demo/entity-rules.js';
import type { SimulatorClock } from '../steering/simulator-clock.js';
import type { ActionBehaviour, Operation, OperationView } from './operation.js';

/** Most operations remembered after they have finished. */
const remembered = 1000;

/** Who starts what. */
export interface OperationStart {
  readonly sessionId: string;
  readonly user: string;
  readonly entity: string;
  readonly action: string;
  readonly record?: string;
  readonly behaviour: ActionBehaviour;
  readonly work: () => void;
}

/** All long operations of the instance. They finish by being asked often enough, or by time. */
export class OperationRegistry {
  readonly #clock: SimulatorClock;
  readonly #byId = new Map<string, Operation>();
  #running = 0;

  constructor(clock: SimulatorClock) {
    this.#clock = clock;
  }

  start({ behaviour, ...start }: OperationStart): Operation {
    const now = this.#clock.now();
    const operation: Operation = {
      id: randomUUID(),
      ...start,
      startedAt: now,
      dueAt: now + (behaviour.durationMs ?? 5000),
      pollsLeft: behaviour.polls ?? 1,
      state: 'running',
      ...(behaviour.failWith === undefined ? {} : { failure: behaviour.failWith }),
    };
    this.#byId.set(operation.id, operation);
    this.#running += 1;
    this.#forgetOldest();
    return operation;
  }

  /** The operation with this id as one poll of its session finds it. */
  poll(id: string, sessionId: string): Operation | undefined {
    const operation = this.#byId.get(id.toLowerCase());
    if (operation?.sessionId !== sessionId) return undefined;
    if (operation.state === 'running') {
      if (operation.pollsLeft <= 0) this.#finish(operation);
      else operation.pollsLeft -= 1;
    }
    return operation;
  }

  /** Finishes what is due by time. */
  settle(): void {
    if (this.#running === 0) return;
    const now = this.#clock.now();
    for (const operation of this.#byId.values())
      if (operation.state === 'running' && operation.dueAt <= now) this.#finish(operation);
  }

  /** The operation that keeps a session's form busy. */
  busy(sessionId: string, entity: string): Operation | undefined {
    if (this.#running === 0) return undefined;
    const all = [...this.#byId.values()];
    return all.find((one) => one.state === 'running' && one.sessionId === sessionId && one.entity === entity);
  }

  view(): OperationView[] {
    this.settle();
    return [...this.#byId.values()].map(({ id, user, entity, action, state, startedAt }) => {
      return { id, user, entity, action, state, startedAt: new Date(startedAt) };
    });
  }

  #finish(operation: Operation): void {
    this.#running -= 1;
    operation.state = 'failed';
    if (operation.failure !== undefined) return;
    try {
      operation.work();
      operation.state = 'done';
    } catch (error) {
      operation.failure = error instanceof RuleViolation ? error.message : 'Operation failed';
    }
  }

  #forgetOldest(): void {
    for (const [id, { state }] of this.#byId) {
      if (this.#byId.size <= remembered) return;
      if (state !== 'running') this.#byId.delete(id);
    }
  }
}
