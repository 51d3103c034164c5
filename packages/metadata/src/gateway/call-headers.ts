import { AcumaticaQueryError } from '@acurecord/errors';
import { PlainDate } from '@acurecord/odata';
import type { CallOptions, ListRequest, WriteMode } from './entity-gateway.js';

/** Headers for what a single call is told: branch, business date, archived records. */
export function callHeaders({ branch, businessDate, archived, deleted }: CallOptions = {}): Record<string, string> {
  return {
    ...(branch === undefined ? {} : { 'PX-CbApiBranch': headerText('branch', branch) }),
    ...(businessDate === undefined ? {} : { 'PX-CbApiBusinessDate': businessDay(businessDate) }),
    ...(archived === true ? { 'PX-ApiArchive': 'SHOW' } : {}),
    ...(deleted === true ? { 'PX-ApiDeleted': 'SHOW' } : {}),
  };
}

/** How the server is to read a list, in the words of its header `PX-CbApiBehavior`. */
export function listHeaders(optimization: ListRequest['optimization']): Readonly<Record<string, string>> {
  if (optimization === undefined) return {};
  return { 'PX-CbApiBehavior': optimization === 'off' ? 'NOTOPTIMIZE' : 'FASTFAIL' };
}

/** The condition of a write; the server knows no other tag than `*`. @throws AcumaticaQueryError for an unknown mode */
export function modeHeaders(mode: WriteMode): Readonly<Record<string, string>> {
  const headers = MODES.get(mode);
  if (headers !== undefined) return headers;
  throw new AcumaticaQueryError(
    `A record is saved as ${[...MODES.keys()].join(', ')}, not as ${JSON.stringify(mode)}.`,
  );
}

const MODES: ReadonlyMap<WriteMode, Readonly<Record<string, string>>> = new Map([
  ['upsert', {}],
  ['insertOnly', { 'If-None-Match': '*' }],
  ['updateOnly', { 'If-Match': '*' }],
]);

/** Text for a header: header fields hold Latin-1 only and no line breaks. @throws AcumaticaQueryError */
export function headerText(name: string, text: string): string {
  if (/^[\x20-\x7e\xa0-\xff]*$/.test(text)) return text;
  throw new AcumaticaQueryError(`The ${name} ${JSON.stringify(text)} cannot stand in a header.`);
}

/** The ERP takes several notations; each must name a day that exists. */
function dayText(text: string): string {
  const [, year, month, day] =
    /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?:T[\d:.]{1,16}(?:Z|[+-]\d{2}:?\d{2})?)?$/.exec(text) ?? [];
  const [, usMonth, usDay, usYear] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text) ?? [];
  const parts = [year ?? usYear, month ?? usMonth, day ?? usDay].map((part = '') => part.padStart(2, '0'));
  if (PlainDate.exists(parts.join('-'))) return text;
  throw new AcumaticaQueryError(
    `The business date ${JSON.stringify(text)} is no day. Give a Date, or a text such as '2026-01-31'.`,
  );
}

function businessDay(date: Date | string): string {
  if (PlainDate.is(date)) return date.toString();
  if (typeof date === 'string') return dayText(date);
  if (Number.isNaN(date.getTime())) throw new AcumaticaQueryError('The business date is an invalid date.');
  return date.toISOString().slice(0, 10);
}
