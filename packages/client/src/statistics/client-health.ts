import type { TransportStats } from '@acurecord/transport';
import type { ClientParts } from './client-stats.js';

/** How a client fares, worst last. */
export type HealthStatus = 'healthy' | 'warning' | 'degraded' | 'unhealthy';

/** A judgement and what it rests on; nothing is requested for it. */
export interface ClientHealth {
  readonly status: HealthStatus;
  /** One sentence each; empty when healthy. */
  readonly reasons: readonly string[];
}

/** What health is judged by. */
export interface HealthFacts {
  readonly closed: boolean;
  readonly connected: boolean;
  readonly transport: TransportStats | undefined;
  /** Why the schema cache failed last, if it did. */
  readonly cacheProblem?: string | undefined;
  /** Tenant that the server put us into against what was asked for. */
  readonly wrongTenant?: string | undefined;
  /** What the ERP said when it refused the account, while that is remembered. */
  readonly signInRefusal?: string | undefined;
}

/** Judges a client by what its parts say now. */
export function healthOf({
  connection,
  closed,
  signInRefusal,
}: Pick<ClientParts, 'connection'> & {
  readonly closed: boolean;
  readonly signInRefusal: string | undefined;
}): ClientHealth {
  return judgeHealth({
    closed,
    connected: connection !== undefined,
    transport: connection?.transport.stats(),
    cacheProblem: connection?.schemaCache.stats().lastProblem,
    wrongTenant: connection?.tenantCheck.wrongTenant,
    signInRefusal,
  });
}

const ORDER: readonly HealthStatus[] = ['healthy', 'warning', 'degraded', 'unhealthy'];

/** Judges by share of failed and repeated calls, waiting times, and what the parts complain about. */
export function judgeHealth(facts: HealthFacts): ClientHealth {
  const { closed, connected, transport, cacheProblem, wrongTenant, signInRefusal } = facts;
  const findings: [HealthStatus, string][] = [];
  if (closed) findings.push(['unhealthy', 'The client is closed.']);
  else if (!connected) findings.push(['warning', 'The client is not connected yet.']);
  if (signInRefusal !== undefined)
    findings.push(['unhealthy', `The ERP refused the account, and nothing is tried again: ${signInRefusal}`]);
  if (wrongTenant !== undefined)
    findings.push(['unhealthy', `The server put the client into the tenant ${wrongTenant}.`]);
  if (cacheProblem !== undefined) findings.push(['warning', `The schema cache does not work: ${cacheProblem}`]);
  if (transport !== undefined) findings.push(...trafficFindings(transport));
  const worst = Math.max(0, ...findings.map(([status]) => ORDER.indexOf(status)));
  return { status: ORDER[worst] ?? 'healthy', reasons: findings.map(([, reason]) => reason) };
}

function trafficFindings({
  requests,
  errors,
  retries,
  throttledMs,
  signIns,
}: TransportStats): [HealthStatus, string][] {
  const findings: [HealthStatus, string][] = [];
  const share = requests === 0 ? 0 : errors / requests;
  const percent = `${Math.round(share * 100)} % of ${requests} requests failed.`;
  if (share >= 0.5 && errors >= 3) findings.push(['unhealthy', percent]);
  else if (share >= 0.1 && errors >= 3) findings.push(['degraded', percent]);
  else if (share >= 0.02 && errors >= 1) findings.push(['warning', percent]);
  if (requests >= 10 && retries / requests >= 0.1)
    findings.push(['warning', `${retries} requests had to be repeated.`]);
  if (throttledMs >= 1000 * Math.max(1, requests)) {
    findings.push(['warning', `Calls waited ${Math.round(throttledMs / 1000)} s for the rate limit or a seat.`]);
  }
  if (signIns > 10 && signIns / requests >= 0.3)
    findings.push(['warning', 'A large part of the requests are sign-ins.']);
  return findings;
}

/** A judgement of a client whose sign-in has just failed. */
export function withFailure({ reasons }: ClientHealth, error: unknown): ClientHealth {
  const said = error instanceof Error ? error.message : String(error);
  return { status: 'unhealthy', reasons: [...reasons, `The sign-in failed: ${said}`] };
}
