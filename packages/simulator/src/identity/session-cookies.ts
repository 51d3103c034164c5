import type { Call } from '../server/call.js';
import type { Session } from './session.js';

const twice = (cookies: readonly string[]): string[] => cookies.flatMap((cookie) => [cookie, cookie]);

/** A cookie's expiry in the old form, with dashes and a comma: `Sun, 17-Dec-2023 02:13:54 GMT`. */
function expiry(ms: number): string {
  const [day, date, month, year, time] = new Date(ms).toUTCString().split(' ');
  return `${day} ${date}-${month}-${year} ${time} GMT`;
}

const threeDays = 3 * 24 * 3600 * 1000;
const culture = 'en-US';
const timeZone = 'GMTM0800A';
const ticksAt1970 = 621_355_968_000_000_000n;

/** `requestid` and `requeststat`, which trace one request. */
function tracing(call: Call, now: number, prefix: string, count: number): string[] {
  const id = prefix + count.toString(16).toUpperCase().padStart(8, '0');
  const start = ticksAt1970 + BigInt(Math.trunc(now)) * 10_000n;
  const search = call.search === '' ? '' : `?${call.search.toLowerCase()}`;
  const stat = `+st:1+sc:~${call.path.toLowerCase()}${search}+start:${start}+tg:`;
  return [`requestid=${id}; path=/`, `requeststat=${stat.replace(/[;\s\u0000-\u001f\u007f-\uffff]/g, '')}; path=/`];
}

/** The cookies of a successful sign-in: the first five kinds sent twice each, identically. */
export function signInCookies(
  call: Call,
  session: Session,
  site: { readonly secure: boolean; readonly tellsTenant: boolean },
  now: number,
): string[] {
  const security = site.secure ? '; secure; HttpOnly; SameSite=None' : '; HttpOnly';
  const until = expiry(now + threeDays);
  return [
    ...twice([
      `.ASPXAUTH=${session.ticket}; path=/${security}`,
      `ASP.NET_SessionId=${session.id}; path=/; HttpOnly; SameSite=Lax`,
      ...(site.tellsTenant ? [`CompanyID=${encodeURIComponent(session.tenant)}; expires=${until}; path=/`] : []),
      `Locale=Culture=${culture}&TimeZone=${timeZone}; expires=${until}; path=/`,
      `UserBranch=${session.branchId}; path=/`,
    ]),
    ...tracing(call, now, session.requestPrefix, session.requestCount++),
  ];
}

/** The cookies of a sign-out: ticket and session taken back, then those every answer has. */
export function signOutCookies(call: Call, session: Session | undefined, now: number): string[] {
  const lastYear = new Date(now);
  lastYear.setUTCFullYear(lastYear.getUTCFullYear() - 1);
  const gone = twice([
    '.ASPXAUTH=; expires=Tue, 12-Oct-1999 00:00:00 GMT; path=/; HttpOnly',
    `ASP.NET_SessionId=; expires=${expiry(lastYear.getTime())}; path=/`,
  ]);
  return [...gone, ...writeCookies(call, session, now)];
}

const context = (session: Session | undefined): string[] => [
  `Locale=TimeZone=${timeZone}&Culture=${culture}; path=/`,
  `UserBranch=${session?.branchId ?? 1}; path=/`,
];

/** The cookies of reads: once each and nothing else. */
export function readCookies(session: Session | undefined): string[] {
  return context(session);
}

/** The cookies of sign-in, sign-out and of everything that writes, also when it fails. */
export function writeCookies(call: Call, session: Session | undefined, now: number): string[] {
  const prefix = session?.requestPrefix ?? '6B012D329006598311EE9A26';
  const count = session === undefined ? 1 : session.requestCount++;
  return [...twice(context(session)), ...tracing(call, now, prefix, count)];
}

const cookiePair = /\s*([^=;]+)=([^;]*)/g;

/** The cookies of a request by name; the first of several of one name wins. */
export function readRequestCookies(header: string | undefined): Map<string, string> {
  const cookies = new Map<string, string>();
  for (const [, name = '', value = ''] of (header ?? '').matchAll(cookiePair)) {
    if (!cookies.has(name)) cookies.set(name, value);
  }
  return cookies;
}
