import { AcumaticaConnectionError, AcumaticaError } from '@acurecord/errors';
import { TUNNEL_FAILED } from './open-tunnel.js';

/** Codes of failures that happen before the first byte of a request leaves. */
const NOT_SENT = new Set([
  'ENOTFOUND',
  'EAI_AGAIN',
  'ECONNREFUSED',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'EADDRNOTAVAIL',
  'UND_ERR_CONNECT_TIMEOUT',
  'ERR_TLS_CERT_ALTNAME_INVALID',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'CERT_HAS_EXPIRED',
  TUNNEL_FAILED,
]);

/** A network failure as one of ours. `context.sent` is false where certainly no byte of the request left. */
export function connectionErrorFrom(failure: unknown, operation: string): AcumaticaError {
  if (AcumaticaError.is(failure)) return failure;
  const { code, syscall, text } = rootOf(failure);
  const speaksNoTls = text.endsWith('wrong version number');
  const sent = !NOT_SENT.has(code ?? '') && syscall !== 'connect';
  const message = `${operation} got no whole answer: ${text}.`;
  return new AcumaticaConnectionError(message, {
    operation,
    context: { sent, ...(code ? { networkCode: code } : {}) },
    suggestions: [speaksNoTls ? 'Check baseUrl: the server speaks http there, not https.' : adviceFor(code, sent)],
    cause: failure,
  });
}

/** What helps, by the code of the failure. */
const ADVICE: ReadonlyMap<string, string> = new Map([
  [TUNNEL_FAILED, 'Check the proxy in HTTPS_PROXY, HTTP_PROXY or ALL_PROXY; NO_PROXY exempts sites.'],
  ['ERR_TLS_CERT_ALTNAME_INVALID', 'The certificate is for another host: use the name in it as the host of baseUrl.'],
  ['CERT_HAS_EXPIRED', 'Renew the certificate of the site; verifySsl: false accepts it unseen.'],
  ['ENOTFOUND', unknownHost()],
  ['EAI_AGAIN', unknownHost()],
]);

function unknownHost(): string {
  return 'Check the host in baseUrl, DNS and VPN; a network that reaches the site through a proxy needs HTTPS_PROXY.';
}

const UNTRUSTED = /SELF_SIGNED|UNABLE_TO_(?:VERIFY|GET_ISSUER)|CERT_UNTRUSTED/;

function adviceFor(code = '', sent: boolean): string {
  const known = ADVICE.get(code);
  if (known !== undefined) return known;
  if (UNTRUSTED.test(code))
    return 'Trust the authority that signed the certificate: ca takes its PEM text. verifySsl: false accepts any, unseen.';
  return sent ? 'Check the connection to the ERP.' : 'Check baseUrl, and that the ERP can be reached from here.';
}

interface Root {
  readonly code: string | undefined;
  readonly syscall: unknown;
  readonly text: string;
}

/** Fetches wrap the failure of the socket, and Node wraps those of several addresses; the innermost one tells most. */
function rootOf(failure: unknown): Root {
  let root = membersOf(failure);
  for (let depth = 0; depth < 5; depth += 1) {
    const inner: unknown = Array.isArray(root['errors']) ? root['errors'][0] : root['cause'];
    if (typeof inner !== 'object' || inner === null) break;
    root = membersOf(inner);
  }
  const { message, syscall } = root;
  const code = [root['code'], membersOf(failure)['code']].find((value) => typeof value === 'string');
  const text = typeof message === 'string' && message !== '' ? message : (code ?? String(failure));
  return { code, syscall, text: tidy(text) };
}

/** cross-fetch puts the whole address before the reason, and OpenSSL its own source code around it. */
function tidy(text: string): string {
  const [, byTls] = /:SSL routines:[^:]*:([^:]+):/.exec(text) ?? [];
  if (byTls !== undefined) return `TLS failed, ${byTls}`;
  return text.replace(/^request to .* failed, reason: /, '').replace(/\.$/, '');
}

function membersOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
