import type { OperationView } from './actions/operation.js';
import { createInstance } from './instance.js';
import type { SessionView } from './identity/session.js';
import { handleRequest } from './server/handle-request.js';
import { listen } from './server/http-server.js';
import type { SimulatorOptions } from './simulator-options.js';
import type { LoggedRequest } from './steering/request-log.js';
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
  /** Makes the next matching requests fail. */
  failNext(rule: FailureRule): void;
  /** Replaces the rules for a share of all requests; an empty list ends them. */
  behave(rules: readonly BehaviourRule[]): void;
  /** Moves the simulator's clock forward. */
  advance(ms: number): void;
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
  let instance = createInstance(options, 'http://localhost');
  const server = await listen(options, (request, response) => void handleRequest(instance, request, response));
  const renew = (): void => {
    instance = createInstance(options, server.origin);
  };
  renew();
  const close = async (): Promise<void> => {
    instance.clock.stop();
    await server.close();
  };
  return {
    url: server.origin + instance.site,
    store: new SimulatorStore(() => instance),
    requests: () => instance.log.view(),
    sessions: () => instance.sessions.view(),
    operations: () => instance.operations.view(),
    failNext: (rule) => {
      instance.steering.failNext(rule);
    },
    behave: (rules) => {
      instance.steering.behave(rules);
    },
    advance: (ms) => {
      instance.clock.advance(ms);
    },
    reset: () => {
      instance.clock.stop();
      renew();
    },
    close,
    [Symbol.asyncDispose]: close,
  };
}
