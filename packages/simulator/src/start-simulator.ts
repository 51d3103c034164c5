import type { OperationView } from './actions/operation.js';
import { createInstance } from './instance.js';
import type { Instance } from './instance.js';
import type { SessionView } from './identity/session.js';
import { handleRequest } from './server/handle-request.js';
import { listen } from './server/http-server.js';
import { checkOptions } from './options/check-options.js';
import { each } from './options/option-shape.js';
import { behaviourShape, failureShape, simulatorShape } from './options/simulator-shape.js';
import type { SimulatorOptions } from './simulator-options.js';
import { Control } from './steering/control.js';
import { createFaults } from './steering/faults.js';
import type { Faults } from './steering/faults.js';
import type { LoggedRequest } from './steering/request-log.js';
import { restoreSnapshot, takeSnapshot } from './steering/snapshot.js';
import type { Snapshot } from './steering/snapshot.js';
import type { BehaviourRule, FailureRule } from './steering/steering-rule.js';
import { SimulatorStore } from './store/simulator-store.js';

/** A running simulator. */
export interface Simulator {
  /** Where clients connect to, site folder included: `http://127.0.0.1:49152`. */
  readonly url: string;
  /** The data, to look at and to set. */
  readonly store: SimulatorStore;
  /** What was asked so far, oldest first, without secrets. */
  requests(): LoggedRequest[];
  /** Sessions that are signed in now; as many seats are taken. */
  sessions(): SessionView[];
  /** Long operations, finished ones too. */
  operations(): OperationView[];
  /** The faults integrations meet most: throttling, slowness, ended sessions, dropped connections, lower ceilings. */
  readonly faults: Faults;
  /** Makes the next matching requests fail. */
  failNext(rule: FailureRule): void;
  /** Replaces the rules for a share of all requests; an empty list ends them. */
  behave(rules: readonly BehaviourRule[]): void;
  /** Moves the simulator's clock forward. */
  advance(ms: number): void;
  /** Rules of `failNext` that no request has met yet. */
  unusedFailures(): readonly FailureRule[];
  /** A copy of the data of all tenants. */
  snapshot(): Snapshot;
  /** Brings the data of a snapshot back. */
  restore(snapshot: Snapshot): void;
  /** Resolves when the push notifications caused so far are delivered, or given up after five attempts. */
  pushed(): Promise<void>;
  /** Back to the state after the start: data, sessions, log, rules, clock. */
  reset(): void;
  /** Stops listening and drops every connection. */
  close(): Promise<void>;
  [Symbol.asyncDispose](): Promise<void>;
}

/**
 * Starts an Acumatica on a loopback port: a demo company, or any endpoint document filled with generated data.
 * @throws Error for options that make no sense and for a port that is taken.
 */
export async function startSimulator(options: SimulatorOptions = {}): Promise<Simulator> {
  checkOptions(options, simulatorShape, 'startSimulator()');
  let instance = createInstance(options, 'http://localhost');
  let control: Control | undefined;
  const server = await listen(options, (request, response) => {
    void handleRequest(instance, request, response, control);
  });
  instance = createInstance(options, server.origin);
  try {
    fillFirstTenant(instance);
  } catch (error) {
    await server.close();
    throw error;
  }
  const renew = (): void => {
    instance.clock.stop();
    instance = createInstance(options, server.origin);
  };
  const close = async (): Promise<void> => {
    instance.clock.stop();
    await server.close();
  };
  const simulator = steerable(() => instance, renew, close);
  if (options.control === true) control = new Control(simulator);
  return simulator;
}

/**
 * Reads what the caller gave as data, so that a slip in it is seen at the start, and makes what was asked for in
 * numbers, so that the first request need not wait for it. @throws Error that names the slip
 */
function fillFirstTenant({ tenants, options }: Instance): void {
  const [first] = tenants.values();
  const numbers = typeof options.generated === 'object' ? options.generated : {};
  for (const entity of Object.keys({ ...options.data, ...numbers })) first?.store.table(entity).all();
}

/** What a caller holds in hand: every call goes to the instance of the moment. */
function steerable(instance: () => Instance, renew: () => void, close: () => Promise<void>): Simulator {
  return {
    url: instance().origin + instance().site,
    store: new SimulatorStore(instance),
    requests: () => instance().log.view(),
    sessions: () => instance().sessions.view(),
    operations: () => instance().operations.view(),
    faults: createFaults(instance),
    unusedFailures: () => instance().steering.unused(),
    failNext: (rule) => {
      checkOptions(rule, failureShape, 'failNext()');
      instance().steering.failNext(rule);
    },
    behave: (rules) => {
      checkOptions(rules, each(behaviourShape), 'behave()');
      instance().steering.behave(rules);
    },
    advance: (ms) => {
      instance().clock.advance(ms);
      instance().operations.settle();
    },
    snapshot: () => takeSnapshot(instance()),
    restore: (snapshot) => {
      restoreSnapshot(instance(), snapshot);
    },
    pushed: () => instance().push.settled(),
    reset: renew,
    close,
    [Symbol.asyncDispose]: close,
  };
}
