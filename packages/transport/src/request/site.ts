import { AcumaticaConfigError } from '@acurecord/errors';

/** The one place that requests, cookies and credentials go to. */
export interface Site {
  /** Without a trailing slash, such as `https://erp.example.com/AcumaticaERP`. */
  readonly baseUrl: string;
  readonly origin: string;
  /** The path of the base URL, `''` for the root of the host. */
  readonly root: string;
}

/** Reads a base URL. @throws AcumaticaConfigError for anything but http(s), and for one with credentials in it */
export function siteFromBaseUrl(baseUrl: string): Site {
  const url = typeof baseUrl === 'string' && URL.canParse(baseUrl) ? new URL(baseUrl) : undefined;
  if (!url || !/^https?:$/.test(url.protocol))
    throw new AcumaticaConfigError(`baseUrl must be an http or https address such as https://erp.example.com/Site.`);
  if (url.username || url.password)
    throw new AcumaticaConfigError('baseUrl must not hold a user or password; give them to the sign-in.');
  const root = url.pathname.replace(/(?<!\/)\/+$/, '');
  return { baseUrl: url.origin + root, origin: url.origin, root };
}

/** The address of a request: `path` stands below the base URL unless it is absolute. @throws AcumaticaConfigError for another origin */
export function requestUrl(site: Site, path: string): string {
  if (/^[a-z][a-z0-9+.-]*:/i.test(path)) return sameOrigin(site, path).href;
  return site.baseUrl + (path.startsWith('/') ? path : `/${path}`);
}

/**
 * The path below the base URL of a link that the ERP gave (`Location`, `href`, `files:put`): relative to the host
 * (`/Site/entity/…`), to the site (`/entity/…`) or absolute.
 *
 * @throws AcumaticaConfigError for another origin: cookies and tokens must not go there
 */
export function pathFromLink(site: Site, link: string): string {
  const { pathname, search } = sameOrigin(site, link);
  const lower = pathname.toLowerCase();
  const start = lower.startsWith(`${site.root}/`.toLowerCase())
    ? site.root.length
    : Math.max(0, lower.indexOf('/entity/'));
  return pathname.slice(start) + search;
}

function sameOrigin(site: Site, link: string): URL {
  const url = URL.canParse(link, `${site.origin}/`) ? new URL(link, `${site.origin}/`) : undefined;
  if (url?.origin === site.origin && !url.username && !url.password) return url;
  throw new AcumaticaConfigError(
    `The address ${url?.origin ?? 'given'} is not part of ${site.baseUrl}; nothing was sent there.`,
    {
      code: 'FOREIGN_ORIGIN',
      suggestions: ['Check baseUrl: it must be the address under which the ERP knows itself.'],
    },
  );
}
