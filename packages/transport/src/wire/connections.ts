import type { Agent } from 'node:http';
import type { AgentOptions } from 'node:https';
import { AcumaticaConfigError } from '@acurecord/errors';
import type { TransportOptions } from '../transport-options.js';
import { proxyFor } from './proxy-for.js';
import { watchedAgent } from './request-watch.js';
import type { WatchedAgent } from './request-watch.js';
import { throughProxy } from './through-proxy.js';

/** Idle connections are closed before the usual server or proxy does, so that no request meets a dying one. */
const IDLE_MS = 15_000;

/** The keep-alive connections of one transport; opened at the first request, by the application's agent, a proxy, or directly. */
export class Connections {
  readonly #open: () => Promise<WatchedAgent>;
  readonly #own: boolean;
  #agent: Promise<WatchedAgent> | undefined;
  #proxy: URL | undefined;

  constructor(baseUrl: string, options: TransportOptions) {
    const { agent } = options;
    this.#own = agent === undefined;
    const settings = agentOptions(options);
    this.#open = async () =>
      watchedAgent(agent ?? (await ownAgent(baseUrl, settings, (this.#proxy = await proxyFor(baseUrl)))));
  }

  /** The proxy that they go through; known once the first is asked for. */
  get proxy(): URL | undefined {
    return this.#proxy;
  }

  agent(): Promise<WatchedAgent> {
    return (this.#agent ??= this.#open());
  }

  /** Closes its own connections, also those in use; the application closes those of its agent. */
  close(): void {
    const agent = this.#agent;
    this.#agent = undefined;
    if (this.#own)
      agent?.then(
        (open) => open.destroy(),
        () => undefined,
      );
  }
}

async function ownAgent(baseUrl: string, settings: AgentOptions, proxy: URL | undefined): Promise<Agent> {
  const { Agent } = await (baseUrl.startsWith('https:') ? import('node:https') : import('node:http'));
  const agent = new Agent(settings);
  return proxy ? throughProxy(agent, proxy, settings) : agent;
}

function agentOptions({ ca, verifySsl, fetch, agent }: TransportOptions): AgentOptions {
  if ((fetch || agent) && (ca !== undefined || verifySsl === false))
    throw new AcumaticaConfigError(
      'ca and verifySsl: false cannot reach into a fetch or agent of your own; set them there.',
    );
  return {
    keepAlive: true,
    timeout: IDLE_MS,
    ...(ca === undefined ? {} : { ca: ca as string }),
    ...(verifySsl === false ? { rejectUnauthorized: false } : {}),
  };
}
