/** `2023-12-14T17:20:45.16+00:00`: what the server writes, with any fraction, with or without a zone. */
const TIMESTAMP = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?)?$/;

/** Instant of a wire timestamp; text without a zone counts as UTC. Undefined for text that is no timestamp. */
export function dateFromWire(text: string): Date | undefined {
  if (!TIMESTAMP.test(text) || !isInCalendar(text)) return undefined;
  const zoned = /(Z|[+-]\d{2}:?\d{2})$/.test(text.slice(10)) || text.length <= 10 ? text : `${text}Z`;
  const date = new Date(zoned);
  return Number.isNaN(date.getTime()) ? undefined : date;
}

/** A date as the server writes its own: UTC with `+00:00`. */
export function wireFromDate(date: Date): string {
  return date.toISOString().replace(/\.000Z$|Z$/, '+00:00');
}

/** JavaScript would take February 30 for March 1. */
function isInCalendar(text: string): boolean {
  const day = Number(text.slice(8, 10));
  return day <= 28 || day <= new Date(Date.UTC(Number(text.slice(0, 4)), Number(text.slice(5, 7)), 0)).getUTCDate();
}
