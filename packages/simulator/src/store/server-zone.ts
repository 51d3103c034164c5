import type { FieldValue } from './stored-record.js';

const midnight = 'T00:00:00+00:00';

function offsetMs(offset: string): number {
  const [, sign = '+', hours = '0', minutes = '0'] = /^([+-])(\d\d):(\d\d)$/.exec(offset) ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000;
}

const utcText = (ms: number): string => {
  const iso = new Date(ms).toISOString();
  return `${iso.slice(0, 19)}${iso.slice(19, 23).replace(/\.?0{1,3}$/, '')}`;
};

/** A stored date as a server of that zone writes it: a moment is the same moment, a date alone the same date. */
export function toServerZone(stored: string, offset: string): string {
  if (offset === '+00:00') return stored;
  if (stored.endsWith(midnight)) return stored.slice(0, -6) + offset;
  return `${utcText(Date.parse(stored) + offsetMs(offset))}${offset}`;
}

/** What the store keeps for a date that a server of that zone is told: its midnight is a date alone. */
export function fromServerZone<V extends FieldValue>(value: V, offset: string): V | string {
  if (offset === '+00:00' || typeof value !== 'string') return value;
  const local = utcText(Date.parse(value) + offsetMs(offset));
  return local.endsWith('T00:00:00') ? `${local.slice(0, 10)}${midnight}` : value;
}

/** The same without the offset, as the clock of the server shows it; a text that has none is taken as it is. */
export function toServerTime(stored: string, offset: string): string {
  const [, moment = stored, zone = ''] = /^([\d-]{1,10}T[\d:.]{1,16})(Z|[+-]\d\d:?\d\d)$/i.exec(stored) ?? [];
  if (zone === '' || Number.isNaN(Date.parse(stored))) return stored;
  if (/^(Z|\+00:?00)$/i.test(zone)) return toServerZone(`${moment}+00:00`, offset).slice(0, -6);
  return utcText(Date.parse(stored) + offsetMs(offset));
}

/** A moment as a server of that zone writes it, at midnight too. */
export function momentText(ms: number, offset = '+00:00'): string {
  return utcText(ms + offsetMs(offset)) + offset;
}
