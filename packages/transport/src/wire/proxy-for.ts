import { AcumaticaConfigError } from '@acurecord/errors';

const PROXY_VARIABLES = ['HTTPS_PROXY', 'HTTP_PROXY', 'ALL_PROXY'].flatMap((name) => [name, name.toLowerCase()]);

/**
 * The proxy that `HTTPS_PROXY`, `HTTP_PROXY` or `ALL_PROXY` name for this address, unless `NO_PROXY` exempts it; `undefined` means
 * directly. The library that reads them is loaded only where one of them is set.
 *
 * @throws AcumaticaConfigError for one that is no HTTP proxy
 */
export async function proxyFor(url: string): Promise<URL | undefined> {
  if (!PROXY_VARIABLES.some((name) => process.env[name])) return undefined;
  const { getProxyForUrl } = await import('proxy-from-env');
  const named = getProxyForUrl(url);
  if (!named) return undefined;
  const proxy = URL.canParse(named) ? new URL(named) : undefined;
  if (proxy && /^https?:$/.test(proxy.protocol)) return proxy;
  throw new AcumaticaConfigError(
    `The proxy for ${new URL(url).host} is no address of an HTTP proxy such as http://proxy.example.com:3128.`,
    { suggestions: ['Correct HTTPS_PROXY, HTTP_PROXY or ALL_PROXY, or exempt the site with NO_PROXY.'] },
  );
}
