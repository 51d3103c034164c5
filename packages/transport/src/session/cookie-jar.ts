import { parseSetCookie } from 'set-cookie-parser';

/** Cookies of the ERP that say where somebody is, not who. */
const HARMLESS: ReadonlySet<string> = new Set([
  'companyid',
  'userbranch',
  'locale',
  'legacyui',
  'requestid',
  'requeststat',
  'keepworkingprojectcookie',
]);
const LEAST_SECRET = 8;

/**
 * The cookies of one session with one site. They go nowhere else, so that domain and path of a cookie do not matter;
 * its value is kept to the letter (`Culture=en-US&TimeZone=GMTM0800A`), and a date in the past removes it.
 */
export class CookieJar {
  readonly #values = new Map<string, string>();
  /** The last line of each cookie: the ERP repeats most of them on every answer, and those need no second look. */
  readonly #lines = new Map<string, string>();
  /** What the last answers replaced: a request under way still carries it. */
  readonly #former = new Map<string, string>();
  #header: string | undefined = '';

  /** The value of the `Cookie` header, `''` for an empty jar. */
  get header(): string {
    return (this.#header ??= [...this.#values].map(([name, value]) => `${name}=${value}`).join('; '));
  }

  /**
   * What no message may repeat: each cookie as it is sent, and the values by which anybody could know a session. Some
   * are a tenant, a branch or a culture, which messages may name; a short one would be found in every text.
   */
  get secrets(): readonly string[] {
    return [...this.#former, ...this.#values].flatMap(([name, value]) => {
      if (value === '') return [];
      const isSecret =
        /auth|session|token/i.test(name) || (value.length >= LEAST_SECRET && !HARMLESS.has(name.toLowerCase()));
      return isSecret ? [`${name}=${value}`, value] : [`${name}=${value}`];
    });
  }

  /** Takes over the `Set-Cookie` lines of an answer. */
  store(lines: readonly string[], now: number): void {
    for (const line of lines) {
      const name = line.slice(0, line.indexOf('='));
      if (this.#lines.get(name) === line) continue;
      this.#lines.set(name, line);
      this.#storeLine(line, now);
    }
  }

  #storeLine(line: string, now: number): void {
    const [cookie] = parseSetCookie([line], { decodeValues: false, silent: true, split: false });
    if (!cookie) return;
    const before = this.#values.get(cookie.name);
    if (before !== undefined && before !== cookie.value) this.#former.set(cookie.name, before);
    const expires = cookie.maxAge === undefined ? cookie.expires?.getTime() : now + cookie.maxAge * 1000;
    if (expires !== undefined && expires <= now) this.#values.delete(cookie.name);
    else this.#values.set(cookie.name, cookie.value);
    this.#header = undefined;
  }
}
