import { AcumaticaTaskError } from '@acurecord/errors';
import { Cron } from 'croner';
import type { Instant } from './schedule-options.js';

const WITHOUT_OFFSET = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d)?$/;

/** Milliseconds since 1970 of `value`; a text without an offset is the wall clock of `timezone`. @throws AcumaticaTaskError */
export function readInstant(option: string, value: Instant, timezone?: string): number {
  const time = typeof value === 'string' ? parse(value, timezone) : Number(value);
  if (Number.isFinite(time)) return time;
  throw new AcumaticaTaskError(`"${option}" is no point in time: ${String(value)}. Give a Date or an ISO 8601 text.`);
}

function parse(text: string, timezone: string | undefined): number {
  if (timezone === undefined || !WITHOUT_OFFSET.test(text)) return Date.parse(text);
  try {
    const seconds = text.length === 16 ? ':00' : '';
    return new Cron(text + seconds, { timezone, paused: true }).getOnce()?.getTime() ?? Number.NaN;
  } catch (cause) {
    throw new AcumaticaTaskError(`"${text}" cannot be read in the time zone "${timezone}".`, { cause });
  }
}
