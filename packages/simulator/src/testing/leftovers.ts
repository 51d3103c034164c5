import type { Simulator } from '../start-simulator.js';
import type { LoggedRequest } from '../steering/request-log.js';

/** Statuses of requests that the ERP has no place for: a wrong address, verb or length. */
const misplaced = new Set([404, 405, 411]);

/**
 * What a test has left behind, in sentences: seats not given back, operations still running, requests nobody should
 * have made, failures that were ordered and never met. Empty for a tidy test.
 */
export function leftovers(
  simulator: Simulator,
  isExpected: (request: LoggedRequest) => boolean = () => false,
): string[] {
  const sessions = simulator.sessions().filter(({ kind }) => kind !== 'basic');
  const seats = sessions.map(
    ({ user, tenant }) => `A session of ${user} in ${tenant} was left signed in; its seat is taken.`,
  );
  const running = simulator.operations().filter(({ state }) => state === 'running');
  const operations = running.map(({ entity, action }) => `The operation ${entity}/${action} was left running.`);
  const unexpected = simulator.requests().filter((request) => misplaced.has(request.status) && !isExpected(request));
  const requests = unexpected.map(({ method, path, status }) => `${method} ${path} was answered with ${status}.`);
  const faults = simulator
    .requests()
    .flatMap(({ fault }) => (fault === undefined ? [] : [`The simulator failed: ${fault}`]));
  const unused = simulator
    .unusedFailures()
    .map((rule) => `A failure was ordered and not met: ${JSON.stringify(rule)}.`);
  return [...seats, ...operations, ...requests, ...unused, ...faults];
}
