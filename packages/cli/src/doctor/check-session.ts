import { AcumaticaClient, AcumaticaError, AcumaticaSeatLimitError } from 'acurecord';
import type { ClientOptions } from 'acurecord';
import { failed, ok, warning } from './finding.js';
import type { Finding } from './finding.js';

/** Signs in, looks at where it landed, tries to read the entities in use, and gives the seat back. */
export async function checkSession(
  options: ClientOptions,
  { tenant, entities }: { readonly tenant: string; readonly entities: readonly string[] },
): Promise<Finding[]> {
  const client = new AcumaticaClient(options);
  try {
    await client.connect();
  } catch (error) {
    return [signInFinding(error)];
  }
  try {
    const { startupMs, seats } = client.stats();
    const { endpoint = '', version = '', entities: known = {}, warnings = [] } = client.schema ?? {};
    const topLevel = Object.values(known).filter((entity) => entity.topLevel).length;
    return [
      ok('sign-in', `signed in, in ${Math.round(startupMs)} ms`),
      await tenantFinding(client, tenant),
      ok('endpoint', `${endpoint}/${version} with ${topLevel} entities`),
      ...(warnings.length === 0 ? [] : [documentFinding(warnings)]),
      ok('seats', `${seats} taken by this check, and given back`),
      ...(await rightsFindings(client, entities)),
    ];
  } finally {
    await client.close();
  }
}

function documentFinding(warnings: readonly string[]): Finding {
  return warning(
    'document',
    `the description of the endpoint has ${warnings.length} ${warnings.length === 1 ? 'part' : 'parts'} of a form that is not known:\n${warnings.join('\n')}`,
    'Their values are read and written as they come. A newer version of AcuRecord may know them.',
  );
}

function signInFinding(error: unknown): Finding {
  const message = error instanceof Error ? error.message : String(error);
  const [advice = 'Check URL, user, password and tenant.'] = AcumaticaError.is(error) ? error.suggestions : [];
  if (AcumaticaSeatLimitError.is(error)) {
    return failed('seats', message, 'Close other API sessions (form Active Users), or raise the limit of API users.');
  }
  return failed('sign-in', message, advice);
}

/** Newer builds keep to themselves where a sign-in landed, and a site with one tenant takes any name for it. */
async function tenantFinding(client: AcumaticaClient, asked: string): Promise<Finding> {
  const { tenant } = client.stats();
  if (tenant === undefined && asked !== '' && (await isUnknownToInquiries(client, asked)))
    return warning(
      'tenant',
      `${asked} was asked for, and signing in worked; inquiries over OData are refused under this name`,
      'Check the name on the sign-in page: a site with one tenant takes any. It may also be that the user has no rights to OData.',
    );
  if (tenant === undefined) return ok('tenant', `${asked} was asked for; the server does not tell where it landed`);
  if (asked === '' || tenant.toLowerCase() === asked.toLowerCase()) return ok('tenant', `landed on ${tenant}`);
  const advice =
    'Check the tenant: a new one is known only after a restart of the application. Nothing is written there.';
  return failed('tenant', `landed on ${tenant}, not on ${asked}`, advice);
}

/** The name of the tenant stands in the address of inquiries, since 2024 R2. */
async function isUnknownToInquiries(client: AcumaticaClient, tenant: string): Promise<boolean> {
  const { version } = await client.getEndpointInfo();
  if (!(Number.parseFloat(version.acumaticaBuildVersion) >= 24.2)) return false;
  const path = `/t/${encodeURIComponent(tenant)}/api/odata/gi`;
  try {
    await client.send({ method: 'GET', path, session: 'api-or-basic' });
    return false;
  } catch (error) {
    return AcumaticaError.is(error) && (error.status === 401 || error.status === 404);
  }
}

async function rightsFindings(client: AcumaticaClient, entities: readonly string[]): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const entity of entities) {
    try {
      const query = await client.service(entity).query();
      findings.push(ok('rights', `${entity} can be read${(await query.exists()) ? '' : ', and has no records'}`));
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      const isRefused = AcumaticaError.is(error) && error.status === 403;
      const advice = isRefused
        ? 'Give the role of this user access to the form.'
        : 'acurecord endpoints --entities lists what there is.';
      findings.push(failed('rights', `${entity}: ${message}`, advice));
    }
  }
  return findings;
}
