import type { Call } from '../server/call.js';

/**
 * When the connection is cut: once the request has arrived (nothing is done), once it has been carried out (the
 * caller never hears of it, or hears the rule's own status or body instead), or in the middle of the answer's body.
 */
export type CutPoint = 'request' | 'commit' | 'half-body';

/** Which requests a rule is about; what is left out matches everything. */
export interface RequestMatch {
  /** One, or any of several. */
  readonly method?: string | readonly string[];
  /** A piece of the path without regard to case, or an expression. */
  readonly path?: string | RegExp;
}

/** What happens to a request instead of the ordinary. */
export interface SteeringRule extends RequestMatch {
  /** Answer with this status; without `body` in the form the ERP gives that status. */
  readonly status?: number;
  /** An object becomes JSON, text stays as it is. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** Cut the connection at this point instead of answering in full. */
  readonly after?: CutPoint;
  /** How a connection is cut: closed, or reset (RST). @default 'close' */
  readonly cut?: 'close' | 'reset';
  /** Wait so long before anything else; alone it only slows the request down. */
  readonly delayMs?: number;
  /** 200 with text that is not JSON. */
  readonly garbage?: boolean;
  /** A page of a proxy instead of an answer; with `status`, by that status. @default status 502 */
  readonly html?: boolean;
}

/** A rule for the next matching requests. */
export interface FailureRule extends SteeringRule {
  /** @default 1 */
  readonly times?: number;
}

/** A rule for a share of all matching requests. */
export interface BehaviourRule extends SteeringRule {
  /** From 0 to 1, thrown by the simulator's seeded dice. @default 1 */
  readonly share?: number;
}

/** Whether a rule is about this request. */
export function isAbout({ method, path }: RequestMatch, call: Call): boolean {
  if (method !== undefined && ![method].flat().some((one) => one.toUpperCase() === call.method)) return false;
  if (path === undefined) return true;
  if (typeof path === 'string') return call.path.toLowerCase().includes(path.toLowerCase());
  return new RegExp(path.source, path.flags.replace(/[gy]/g, '')).test(call.path);
}
