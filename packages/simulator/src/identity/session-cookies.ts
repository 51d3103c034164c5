import type { Call } from '../server/call.js';
import type { Release } from '../simulator-options.js';
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

/** What the cookies of an answer depend on beside the session: the release, and the moment. */
export interface CookieMoment {
  readonly release: Release;
  readonly now: number;
  /** HTTPS: the ticket is for secure connections, also from pages of other sites. */
  readonly secure: boolean;
}

/** `requestid` (since 2019) and `requeststat` (since 2021), which trace one request. */
function tracing(call: Call, { now, release }: CookieMoment, session: Session | undefined): string[] {
  const prefix = session?.requestPrefix ?? '6B012D329006598311EE9A26';
  const count = session === undefined ? 1 : session.requestCount++;
  const id = prefix + count.toString(16).toUpperCase().padStart(8, '0');
  const start = ticksAt1970 + BigInt(Math.trunc(now)) * 10_000n;
  const search = call.search === '' ? '' : `?${call.search.toLowerCase()}`;
  const stat = `+st:1+sc:~${call.path.toLowerCase()}${search}+start:${start}+tg:`;
  return [
    ...(release >= '19R1' ? [`requestid=${id}; path=/`] : []),
    ...(release >= '21R1' ? [`requeststat=${stat.replace(/[;\s\u0000-\u001f\u007f-\uffff]/g, '')}; path=/`] : []),
  ];
}

/** Servers of 2018 say that the old pages are off. */
const legacy = (release: Release): string[] => (release < '19R1' ? ['LegacyUI=0; path=/'] : []);

function ticketCookie(ticket: string, secure: boolean): string {
  return `.ASPXAUTH=${ticket}; path=/${secure ? '; secure; HttpOnly; SameSite=None' : '; HttpOnly'}`;
}

/**
 * The cookies of a successful sign-in, each kind sent twice, identically; they come in another order where the tenant is
 * told, as instances differ.
 */
export function signInCookies(call: Call, session: Session, moment: CookieMoment, tellsTenant: boolean): string[] {
  const until = expiry(moment.now + threeDays);
  const ticket = ticketCookie(session.tickets.at(-1)?.text ?? '', moment.secure);
  const id = `ASP.NET_SessionId=${session.id}; path=/; HttpOnly; SameSite=Lax`;
  const company = `CompanyID=${encodeURIComponent(session.tenant)}; expires=${until}; path=/`;
  const locale = `Locale=Culture=${culture}&TimeZone=${timeZone}; expires=${until}; path=/`;
  const branch = `UserBranch=${session.branchId}; path=/`;
  const kinds = tellsTenant ? [ticket, id, company, locale, branch] : [id, branch, locale, ticket];
  return [...twice(kinds), ...legacy(moment.release), ...tracing(call, moment, session)];
}

/** The cookies of a sign-out: ticket and session taken back, then those every answer has. */
export function signOutCookies(call: Call, session: Session | undefined, moment: CookieMoment): string[] {
  const lastYear = new Date(moment.now);
  lastYear.setUTCFullYear(lastYear.getUTCFullYear() - 1);
  const gone = twice([
    '.ASPXAUTH=; expires=Tue, 12-Oct-1999 00:00:00 GMT; path=/; HttpOnly',
    `ASP.NET_SessionId=; expires=${expiry(lastYear.getTime())}; path=/`,
  ]);
  return [...gone, ...writeCookies(call, session, moment)];
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
export function writeCookies(call: Call, session: Session | undefined, moment: CookieMoment): string[] {
  return [...twice(context(session)), ...tracing(call, moment, session)];
}

/** The ticket that a session gets in its middle, twice as all others. */
export function renewalCookies(ticket: string, { secure }: CookieMoment): string[] {
  return twice([ticketCookie(ticket, secure)]);
}

const cookiePair = /(?<=^|;)\s*(?!\s)([^=;]+)=([^;]*)/g;

/** The cookies of a request by name; the first of several of one name wins. */
export function readRequestCookies(header: string | undefined): Map<string, string> {
  const cookies = new Map<string, string>();
  for (const [, name = '', value = ''] of (header ?? '').matchAll(cookiePair)) {
    if (!cookies.has(name)) cookies.set(name, value);
  }
  return cookies;
}
