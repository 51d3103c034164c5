const hidden = '***';
const secretName = /pass(word)?|secret|token|assertion|^code(_verifier)?$/i;
const secretCookies = /^(\.ASPXAUTH|ASP\.NET_SessionId|CompanyID)$/i;

/** Takes secrets out of a body, whether it is JSON or a form; other text stays. */
export function redactBody(text: string, contentType: string): string {
  if (/x-www-form-urlencoded/i.test(contentType)) {
    const form = new URLSearchParams(text);
    for (const name of [...form.keys()]) if (secretName.test(name)) form.set(name, hidden);
    return form.toString();
  }
  try {
    const value = JSON.parse(text, (name, inner: unknown) =>
      typeof inner === 'string' && secretName.test(name) ? hidden : inner,
    ) as unknown;
    // Numbers lose their scale by reading and writing: text without secrets is kept as it came.
    return JSON.stringify(value) === JSON.stringify(JSON.parse(text)) ? text : JSON.stringify(value);
  } catch {
    return text;
  }
}

/** Takes the value out of a cookie that opens a session; its name and attributes stay. */
export function redactCookie(cookie: string): string {
  const [pair = '', ...attributes] = cookie.split(';');
  const [name = '', value = ''] = [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)];
  if (!secretCookies.test(name.trim()) || value === '') return cookie;
  return [`${name}=REDACTED`, ...attributes].join(';');
}
