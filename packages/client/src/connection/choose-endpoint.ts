import { AcumaticaConfigError } from '@acurecord/errors';
import { nearMatches } from '../introspection/near-matches.js';
import { compareVersions } from './compare-versions.js';
import type { EndpointInfo, EndpointReference } from './endpoint-info.js';

/**
 * The endpoint of that name and version; without a version the newest one, by number.
 *
 * @throws AcumaticaConfigError that lists what there is.
 */
export function chooseEndpoint({ endpoints }: EndpointInfo, name: string, version?: string): EndpointReference {
  const sameName = endpoints.filter((endpoint) => endpoint.name === name);
  if (sameName.length === 0) {
    const names = [...new Set(endpoints.map((endpoint) => endpoint.name))];
    throw new AcumaticaConfigError(
      `The site has no endpoint ${name}${nearMatches(name, names)}; it has ${names.join(', ') || 'none'} (endpointName).`,
    );
  }
  const sorted = sameName.sort((a, b) => compareVersions(b.version, a.version));
  const chosen = version === undefined ? sorted[0] : sorted.find((endpoint) => endpoint.version === version);
  if (chosen !== undefined) return chosen;
  const versions = sorted.map((endpoint) => endpoint.version).join(', ');
  throw new AcumaticaConfigError(
    `The site has no version ${version} of the endpoint ${name}; it has ${versions} (endpointVersion).`,
  );
}
