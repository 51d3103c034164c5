import type { Agent } from 'node:http';
import type { AgentOptions } from 'node:https';

const PROXY_VARIABLES = ['HTTPS_PROXY', 'HTTP_PROXY', 'ALL_PROXY'].flatMap((name) => [name, name.toLowerCase()]);

/**
 * Connects through the proxy that `HTTPS_PROXY`, `HTTP_PROXY` or `ALL_PROXY` name for this address, unless `NO_PROXY` exempts it;
 * `undefined` means directly. The libraries are loaded only where one of the variables is set.
 */
export async function proxyAgentFor(url: string, settings: AgentOptions): Promise<Agent | undefined> {
  if (!PROXY_VARIABLES.some((name) => process.env[name])) return undefined;
  const { getProxyForUrl } = await import('proxy-from-env');
  const proxy = getProxyForUrl(url);
  if (!proxy) return undefined;
  const { HttpsProxyAgent } = await import('https-proxy-agent');
  // It opens a tunnel for http as well, so that one kind of agent serves both.
  return new HttpsProxyAgent(proxy, settings);
}
