import { channel } from 'node:diagnostics_channel';
import type { Channel } from 'node:diagnostics_channel';
import { Counters } from './counters.js';
import type { TransportHooks } from './transport-hooks.js';

type HookName = keyof TransportHooks;
type EventOf<Name extends HookName> = Parameters<NonNullable<TransportHooks[Name]>>[0];

const NAMES = ['onRequest', 'onResponse', 'onRetry', 'onThrottle', 'onSignIn', 'onSignOut', 'onError'] as const;

/** `diagnostics_channel` names: `acurecord:onRequest`, `acurecord:onResponse`, … */
const CHANNELS = Object.fromEntries(NAMES.map((name) => [name, channel(`acurecord:${name}`)])) as Record<
  HookName,
  Channel
>;

/** Tells hooks, diagnostics channels and counters what happens. Events are made only where somebody listens. */
export class Observer {
  readonly counters = new Counters();
  readonly #hooks: TransportHooks;
  #warned = false;

  constructor(hooks: TransportHooks = {}) {
    this.#hooks = hooks;
  }

  /** Whether anybody wants this event. */
  listens(name: HookName): boolean {
    return this.#hooks[name] !== undefined || CHANNELS[name].hasSubscribers;
  }

  /** Tells everyone; what a hook answers comes back, what it throws only where it may stop the call. */
  tell<Name extends HookName>(name: Name, makeEvent: () => EventOf<Name>): unknown {
    if (!this.listens(name)) return undefined;
    const event = makeEvent();
    CHANNELS[name].publish(event);
    const hook = this.#hooks[name] as ((event: EventOf<Name>) => unknown) | undefined;
    if (!hook) return undefined;
    return name === 'onRequest' ? hook(event) : this.#guarded(name, () => hook(event));
  }

  #guarded(name: HookName, run: () => unknown): unknown {
    try {
      const answer = run();
      void Promise.resolve(answer).catch((error: unknown) => this.#warn(name, error));
      return answer;
    } catch (error) {
      this.#warn(name, error);
      return undefined;
    }
  }

  #warn(name: HookName, error: unknown): void {
    if (this.#warned) return;
    this.#warned = true;
    const text = error instanceof Error ? error.message : String(error);
    process.emitWarning(`A hook threw in ${name}; this is reported once: ${text}`, { code: 'ACURECORD_HOOK' });
  }
}
