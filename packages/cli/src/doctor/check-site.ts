import { AcumaticaClient, AcumaticaError } from 'acurecord';
import type { ClientOptions } from 'acurecord';
import { failed, ok, warning } from './finding.js';
import type { Finding } from './finding.js';

const SKEW_MS = 120_000;

/**
 * What a plain request without credentials tells: whether the site is there, its certificate, its clock. It goes as the requests of a client
 * go, through its proxy and with what it trusts.
 */
export async function checkSite(
  baseUrl: string,
  options: { readonly client: ClientOptions; readonly now: () => number },
): Promise<Finding[]> {
  const url = new URL(baseUrl);
  const client = new AcumaticaClient({
    ...options.client,
    persistentLogin: false,
    discover: false,
    retry: { attempts: 1 },
  });
  try {
    const started = options.now();
    const { status, headers } = await client.send({ method: 'GET', path: '/entity', session: 'none' });
    const ended = options.now();
    return [
      siteFinding(baseUrl, status, ended - started),
      encryption(url, options.client),
      ...clockFinding(headers.get('date') ?? '', (started + ended) / 2),
    ];
  } catch (error) {
    return findingsFrom(error, url, baseUrl, options.client);
  } finally {
    await client.close();
  }
}

/** A site that answers with an error is there; one that does not answer is not. */
function findingsFrom(error: unknown, url: URL, baseUrl: string, client: ClientOptions): Finding[] {
  const status = AcumaticaError.is(error) ? error.status : undefined;
  if (status !== undefined) return [siteFinding(baseUrl, status), encryption(url, client)];
  return [unreachable(url, error), ...(url.protocol === 'https:' ? [] : [encryption(url, client)])];
}

function encryption({ protocol, host }: URL, { verifySsl }: ClientOptions): Finding {
  if (protocol !== 'https:')
    return /^(localhost|127\.|\[::1\])/.test(host) ? ok('encryption', 'none, on this machine') : plainHttp();
  return verifySsl === false
    ? warning('encryption', 'the certificate is not looked at', 'Trust its authority, and leave --insecure away.')
    : ok('encryption', 'the certificate is accepted');
}

function siteFinding(baseUrl: string, status: number, ms?: number): Finding {
  const seen = `GET ${baseUrl}/entity answered ${status}${ms === undefined ? '' : ` in ${Math.round(ms)} ms`}`;
  if (status === 404) {
    return failed(
      'site',
      seen,
      'Check the path of the URL: it is the root of the site, such as https://host/AcumaticaERP.',
    );
  }
  return status >= 500
    ? warning('site', seen, 'The site is there, but not well: look at its state, then try again.')
    : ok('site', seen);
}

function clockFinding(text: string, now: number): Finding[] {
  const date = Date.parse(text);
  if (Number.isNaN(date)) return [];
  const skew = date - now;
  const seconds = Math.round(Math.abs(skew) / 1000);
  if (Math.abs(skew) < SKEW_MS) return [ok('clock', `${seconds} s apart`)];
  const detail = `the server's clock is ${seconds} s ${skew > 0 ? 'ahead' : 'behind'}`;
  return [warning('clock', detail, 'Set the clock of this machine by a time server: tokens and dates depend on it.')];
}

function plainHttp(): Finding {
  return warning('encryption', 'none: the password travels readable', 'Use the https address of the site.');
}

function unreachable({ host, hostname }: URL, error: unknown): Finding {
  const {
    context,
    code: kind,
    suggestions,
  } = AcumaticaError.is(error)
    ? error
    : { context: {} as Readonly<Record<string, unknown>>, code: String(error), suggestions: [] };
  const { networkCode } = context;
  const code = typeof networkCode === 'string' ? networkCode : kind;
  const detail = `${host} cannot be reached (${code})`;
  if (/CERT|SIGNATURE|SELF_SIGNED|TLS|SSL|ALTNAME/.test(code)) {
    const advice = 'Trust the issuer of the certificate (NODE_EXTRA_CA_CERTS=file.pem); --insecure accepts it unseen.';
    return failed('encryption', `the certificate of ${host} is not accepted (${code})`, advice);
  }
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN')
    return failed('site', detail, `Check the spelling of ${hostname}, VPN and DNS; a proxy is named by HTTPS_PROXY.`);
  if (code === 'ECONNREFUSED')
    return failed('site', detail, 'Nothing listens there: check the port, and whether the site runs.');
  if (code === 'TUNNEL_FAILED') return failed('site', detail, suggestions[0] ?? 'Check HTTPS_PROXY and NO_PROXY.');
  return failed('site', detail, 'Check the network, a proxy or firewall between here and the site.');
}
