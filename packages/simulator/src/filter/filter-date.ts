const iso = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,7}))?)?(Z|[+-]\d{2}:\d{2})?)?$/i;

/**
 * A date of a filter as the wire's own text in UTC (`2023-12-14T17:20:45.16+00:00`), or `undefined` when it is none.
 * Two such texts compare as dates do. Without a zone it is taken as UTC; without a time as midnight.
 */
export function normalizeDate(text: string): string | undefined {
  const match = iso.exec(text);
  if (match === null) return undefined;
  const [, year = '', month = '', day = '', hour = '00', minute = '00', second = '00', fraction = '', zone = 'Z'] =
    match;
  const ms = fraction.padEnd(3, '0').slice(0, 3);
  const at = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}.${ms}${zone.toUpperCase()}`);
  if (Number.isNaN(at.getTime()) || isRolledOver(Number(year), Number(month), Number(day))) return undefined;
  return dateTextFromMs(at.getTime());
}

/** A moment as the wire writes it. */
export function dateTextFromMs(ms: number): string {
  const text = new Date(ms).toISOString();
  return `${text.slice(0, 19)}${text.slice(19, 23).replace(/\.?0{1,3}$/, '')}+00:00`;
}

/** The stored text of a date, made comparable when it is in another zone. */
export function comparableDate(stored: string): string {
  return isUtc(stored) ? stored : (normalizeDate(stored) ?? stored);
}

const plus = 43;
const zero = 48;

/** Ends in `+00:00`; by letters, because this is asked of every record of a search. */
function isUtc(stored: string): boolean {
  const end = stored.length;
  return (
    stored.charCodeAt(end - 6) === plus &&
    stored.charCodeAt(end - 5) === zero &&
    stored.charCodeAt(end - 4) === zero &&
    stored.charCodeAt(end - 2) === zero &&
    stored.charCodeAt(end - 1) === zero
  );
}

/** `2024-02-30` is a date to JavaScript. */
function isRolledOver(year: number, month: number, day: number): boolean {
  return new Date(Date.UTC(year, month - 1, day)).getUTCDate() !== day;
}
