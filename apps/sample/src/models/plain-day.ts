import type { Entity } from 'acurecord';

/** A day without a time, `YYYY-MM-DD`. */
export type PlainDay = string;

/**
 * The day in a date field, as the ERP wrote it: such fields hold midnight in whatever zone the server lives in, so the
 * date is read from the text and never converted.
 */
export function dayOf(record: Entity, field: string): PlainDay | null {
  const text = record.raw(field);
  return typeof text === 'string' && text.length >= 10 ? text.slice(0, 10) : null;
}

/** A date field's value for a day. @throws RangeError for what is no day, such as `2026-02-30` */
export function dateFromDay(day: PlainDay): Date {
  const date = new Date(`${day}T00:00:00Z`);
  if (Number.isNaN(date.getTime()) || dayFromDate(date) !== day) throw new RangeError(`${day} is not a day.`);
  return date;
}

/** The UTC day of an instant. */
export function dayFromDate(date: Date): PlainDay {
  return date.toISOString().slice(0, 10);
}

/** Today, in UTC as the ERP counts. */
export function today(): PlainDay {
  return dayFromDate(new Date());
}

/** So many days later, or earlier. */
export function addDays(day: PlainDay, days: number): PlainDay {
  return dayFromDate(new Date(dateFromDay(day).getTime() + days * 86_400_000));
}

/** The Monday of a day's week. */
export function mondayOf(day: PlainDay): PlainDay {
  return addDays(day, -((dateFromDay(day).getUTCDay() + 6) % 7));
}
