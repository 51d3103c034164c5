import { failed, ok, warning } from './finding.js';
import type { Finding } from './finding.js';

const SKEW_MS = 120_000;

/** What a plain request without credentials tells: whether the site is there, its certificate, its clock. */
export async function checkSite(
  baseUrl: string,
  options: { readonly timeoutMs: number; readonly now: () => number },
): Promise<Finding[]> {
  const url = new URL(baseUrl);
  const encryption =
    url.protocol === 'https:'
      ? []
      : [/^(localhost|127\.|\[::1\])/.test(url.host) ? ok('encryption', 'none, on this machine') : plainHttp()];
  try {
    const started = options.now();
    const answer = await fetch(`${baseUrl}/entity`, {
      redirect: 'manual',
      signal: AbortSignal.timeout(options.timeoutMs),
    });
    await answer.arrayBuffer();
    const ended = options.now();
    const tls = url.protocol === 'https:' ? [ok('encryption', 'the certificate is accepted')] : encryption;
    return [
      siteFinding(baseUrl, answer.status, ended - started),
      ...tls,
      ...clockFinding(answer, (started + ended) / 2),
    ];
  } catch (error) {
    return [unreachable(url, error), ...encryption];
  }
}

function siteFinding(baseUrl: string, status: number, ms: number): Finding {
  const seen = `GET ${baseUrl}/entity answered ${status} in ${Math.round(ms)} ms`;
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

function clockFinding(answer: Response, now: number): Finding[] {
  const date = Date.parse(answer.headers.get('date') ?? '');
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
  const cause = (error as { cause?: { code?: unknown; message?: unknown } }).cause;
  const code = typeof cause?.code === 'string' ? cause.code : (error as Error).name;
  const detail = `${host} cannot be reached (${code})`;
  if (/CERT|SIGNATURE|SELF_SIGNED|TLS|SSL|ALTNAME/.test(code)) {
    const advice = 'Trust the issuer of the certificate (NODE_EXTRA_CA_CERTS=file.pem); --insecure accepts it unseen.';
    return failed('encryption', `the certificate of ${host} is not accepted (${code})`, advice);
  }
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN')
    return failed('site', detail, `Check the spelling of ${hostname}, VPN and DNS.`);
  if (code === 'ECONNREFUSED')
    return failed('site', detail, 'Nothing listens there: check the port, and whether the site runs.');
  return failed('site', detail, 'Check the network, a proxy or firewall between here and the site.');
}
