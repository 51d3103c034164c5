const dayFormat = new Intl.DateTimeFormat('en-US', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
});
const shortDayFormat = new Intl.DateTimeFormat('en-US', { day: 'numeric', month: 'short', timeZone: 'UTC' });
const timeFormat = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', second: '2-digit' });

/** `Mar 5, 2026` for `2026-03-05`. */
export function day(date: string | null): string {
  return date === null ? '–' : dayFormat.format(new Date(`${date.slice(0, 10)}T00:00:00Z`));
}

/** `Mar 5` for `2026-03-05`. */
export function shortDay(date: string): string {
  return shortDayFormat.format(new Date(`${date.slice(0, 10)}T00:00:00Z`));
}

/** `14:03:22`, on the clock of the reader. */
export function timeOfDay(at: string): string {
  return timeFormat.format(new Date(at));
}

/** `850 ms`, `1.2 s`, `3 min`, `5 h`, `2 days` */
export function duration(ms: number): string {
  if (ms < 1000) return `${String(Math.round(ms))} ms`;
  if (ms < 90_000) return `${(ms / 1000).toFixed(ms < 10_000 ? 1 : 0)} s`;
  if (ms < 5_400_000) return `${String(Math.round(ms / 60_000))} min`;
  const hours = Math.round(ms / 3_600_000);
  return hours < 36 ? `${String(hours)} h` : `${String(Math.round(hours / 24))} days`;
}

/** `in 12 s`, `3 min ago`; `now` within a second. */
export function fromNow(at: string, now: number): string {
  const ms = Date.parse(at) - now;
  if (Math.abs(ms) < 1000) return 'now';
  const span = duration(Math.floor(Math.abs(ms) / 1000) * 1000).replace('.0', '');
  return ms > 0 ? `in ${span}` : `${span} ago`;
}

/** Whole days from that day to today; 0 for days to come. */
export function daysSince(date: string, now: number): number {
  return Math.max(0, Math.floor((now - Date.parse(`${date.slice(0, 10)}T00:00:00Z`)) / 86_400_000));
}
