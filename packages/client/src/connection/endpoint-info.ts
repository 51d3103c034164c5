import { AcumaticaSchemaError } from '@acurecord/errors';

/** One endpoint of a site. */
export interface EndpointReference {
  readonly name: string;
  readonly version: string;
  /** Address as the server wrote it: absolute, or relative to the host. */
  readonly href: string;
}

/** What a site says about itself. */
export interface EndpointInfo {
  /** Builds of the program and the database; empty texts from very old sites, which do not tell. */
  readonly version: { readonly acumaticaBuildVersion: string; readonly databaseVersion: string };
  readonly endpoints: readonly EndpointReference[];
}

/**
 * Reads the answer of `GET /entity`; very old builds answer with the list alone.
 *
 * @throws AcumaticaSchemaError when it is something else, such as a page of a proxy.
 */
export function endpointInfoFrom(body: unknown): EndpointInfo {
  const { version, endpoints } = (Array.isArray(body) ? { endpoints: body } : (body ?? {})) as Record<string, unknown>;
  if (!Array.isArray(endpoints)) {
    throw new AcumaticaSchemaError('GET /entity did not answer with the list of endpoints.', {
      suggestions: ['Check that the base URL is the root of the site, such as https://erp.example.com/AcumaticaERP.'],
    });
  }
  const { acumaticaBuildVersion = '', databaseVersion = '' } = (version ?? {}) as Record<string, unknown>;
  return {
    version: { acumaticaBuildVersion: textOf(acumaticaBuildVersion), databaseVersion: textOf(databaseVersion) },
    endpoints: (endpoints as unknown[]).flatMap((endpoint) => {
      const { name, version: itsVersion, href = '' } = (endpoint ?? {}) as Record<string, unknown>;
      const known = typeof name === 'string' && typeof itsVersion === 'string';
      return known ? [{ name, version: itsVersion, href: textOf(href) }] : [];
    }),
  };
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
