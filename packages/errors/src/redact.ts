const MASK = '***';
const MAX_DEPTH = 8;

const SECRET_KEY =
  /^(?:(?:new|old|client)?[-_]?(?:password|passwd|pwd|secret|assertion)|(?:access|refresh|id|bearer)?[-_]?token|(?:proxy[-_]?)?authorization|(?:set[-_]?)?cookies?|code[-_]?verifier|\.aspxauth|asp\.net_sessionid)$/i;

/**
 * Each pattern keeps its first group, so that the reader still sees what was hidden. None of them may start at many
 * places and read far from each, since the texts come from outside: every one takes time in proportion to the text.
 */
const SECRET_TEXT: readonly RegExp[] = [
  /\b((?:Bearer|Basic)\s+)[\w.~+/=-]+/gi,
  /((?:\.ASPXAUTH|ASP\.NET_SessionId)=)[^;\s"',]+/gi,
  /((?:proxy-)?authorization["']?\s*:\s*(?!\s)["']?)[^"'\r\n,}]+/gi,
  /((?:set-)?cookie["']?\s*:\s*(?!\s)["'[]?)[^\r\n"'\]}]+/gi,
  /(["']?(?:(?:new|old)?password|client_?secret|client_assertion|access_?token|refresh_?token|id_?token|code_verifier)["']?\s*[:=]\s*(?:\{\s*"value"\s*:\s*)?")[^"\\]*(?:\\[^][^"\\]*)*/gi,
  /(\b(?:(?:new|old)?password|client_?secret|client_assertion|access_?token|refresh_?token|id_?token|code_verifier)=)[^&\s"',}]+/gi,
  /(:\/\/[^/\s:@]*:)[^\s/]+(?=@)/g,
];

/** Whether members of this name are secrets: `password`, `Authorization`, `Set-Cookie`, `access_token` and the like. */
export function isSecretName(name: string): boolean {
  return SECRET_KEY.test(name);
}

/**
 * Removes secrets from a text: bearer and basic credentials, session cookies, passwords and tokens in JSON, form or URL
 * notation, and each of the `secrets` that the caller knows by value. What stands around them stays readable.
 */
export function redactText(text: string, secrets: readonly string[] = []): string {
  let clean = text;
  for (const secret of secrets) {
    if (secret.length > 0) for (const form of spellings(secret)) clean = clean.replaceAll(form, MASK);
  }
  for (const pattern of SECRET_TEXT) clean = clean.replace(pattern, `$1${MASK}`);
  return clean;
}

/**
 * A copy of `value` without secrets: members whose name is a secret's (`password`, `Authorization`, `Set-Cookie`,
 * `access_token`, …) become `***`, strings pass through {@link redactText}. Cycles and deep nesting end in a marker;
 * the input is never changed.
 */
export function redact(value: unknown, secrets: readonly string[] = []): unknown {
  return copy(value, secrets, MAX_DEPTH, new Set());
}

function copy(value: unknown, secrets: readonly string[], depth: number, above: Set<object>): unknown {
  if (typeof value === 'string') return redactText(value, secrets);
  if (typeof value === 'bigint' || typeof value === 'symbol' || typeof value === 'function') return String(value);
  if (typeof value !== 'object' || value === null || value instanceof Date) return value;
  if (above.has(value)) return '[circular]';
  if (depth === 0) return '[…]';
  above.add(value);
  const clean = copyObject(value, (member) => copy(member, secrets, depth - 1, above));
  above.delete(value);
  return clean;
}

function copyObject(value: object, next: (member: unknown) => unknown): unknown {
  if (value instanceof Error) return { name: value.name, message: next(value.message) };
  if (Array.isArray(value) || value instanceof Set) return Array.from(value as Iterable<unknown>, next);
  if (ArrayBuffer.isView(value) || value instanceof ArrayBuffer) return `[${value.byteLength} bytes]`;
  return Object.fromEntries(members(value).map(([key, member]) => [key, isSecretName(key) ? MASK : next(member)]));
}

function members(value: object): [string, unknown][] {
  const entries = (value as { entries?: unknown }).entries;
  const pairs =
    typeof entries === 'function' && Symbol.iterator in value ? [...(value as Map<unknown, unknown>)] : undefined;
  return pairs ? pairs.map(([key, member]) => [String(key), member]) : Object.entries(value);
}

function spellings(secret: string): Set<string> {
  return new Set([secret, encodeForm(secret), JSON.stringify(secret).slice(1, -1), encodeHtml(secret)]);
}

/** As a page repeats it. */
function encodeHtml(secret: string): string {
  return secret.replace(/[&<>"']/g, (sign) => HTML.get(sign) ?? sign);
}

const HTML: ReadonlyMap<string, string> = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
  ["'", '&#39;'],
]);

function encodeForm(secret: string): string {
  try {
    return encodeURIComponent(secret);
  } catch {
    return secret; // a lone surrogate has no encoded form
  }
}
