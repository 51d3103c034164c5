import type { Call } from '../server/call.js';
import type { RecordIds } from '../store/record-ids.js';
import type { BehaviourRule, FailureRule, SteeringRule } from './steering-rule.js';
import { isAbout } from './steering-rule.js';

interface Pending {
  readonly rule: FailureRule;
  left: number;
}

/** The rules in force: those for the next requests come first, then those for a share of all. */
export class Steering {
  readonly #dice: RecordIds;
  #pending: Pending[] = [];
  #behaviours: readonly BehaviourRule[] = [];

  readonly #usualLatencyMs: number;

  /** Milliseconds every request takes at least. */
  latencyMs: number;

  constructor(dice: RecordIds, latencyMs = 0) {
    this.#dice = dice;
    this.#usualLatencyMs = latencyMs;
    this.latencyMs = latencyMs;
  }

  /** Ends all rules, and the slowness that was not there at the start. */
  clear(): void {
    this.#pending = [];
    this.#behaviours = [];
    this.latencyMs = this.#usualLatencyMs;
  }

  failNext(rule: FailureRule): void {
    this.#pending.push({ rule, left: rule.times ?? 1 });
  }

  behave(rules: readonly BehaviourRule[]): void {
    this.#behaviours = rules;
  }

  /** The rule for this request, if any; it is used up by asking. */
  take(call: Call): SteeringRule | undefined {
    if (this.#pending.length === 0 && this.#behaviours.length === 0) return undefined;
    const next = this.#pending.find(({ rule }) => isAbout(rule, call));
    if (next !== undefined) {
      next.left -= 1;
      if (next.left <= 0) this.#pending = this.#pending.filter((other) => other !== next);
      return next.rule;
    }
    return this.#behaviours.find((rule) => isAbout(rule, call) && this.#dice.random() < (rule.share ?? 1));
  }

  /** Rules of `failNext` that no request has met yet. */
  unused(): readonly FailureRule[] {
    return this.#pending.map(({ rule }) => rule);
  }
}
