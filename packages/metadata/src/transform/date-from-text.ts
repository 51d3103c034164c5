const TOKENS: ReadonlyMap<string, string> = new Map([
  ['yyyy', '(\\d{4})'],
  ['MM', '(\\d{2})'],
  ['M', '(\\d{1,2})'],
  ['dd', '(\\d{2})'],
  ['d', '(\\d{1,2})'],
  ['HH', '(\\d{2})'],
  ['mm', '(\\d{2})'],
  ['ss', '(\\d{2})'],
]);

const DAY_MS = 86_400_000;
/** Day 0 of a spreadsheet, so that its day 60, a 29 February 1900 that never was, does no harm to later days. */
const SERIAL_EPOCH = Date.UTC(1899, 11, 30);
const FIRST_SAFE_SERIAL = 61;
const LAST_SERIAL = 2_958_465;

/** Reads dates of one way of writing as ISO text; undefined for text that is written otherwise. The calendar is not looked at. */
export type DateReader = (text: string) => string | undefined;

/**
 * The reader for a way of writing dates: `iso`, `serial`, or a pattern such as `dd.MM.yyyy`. Undefined for a pattern that does not
 * name year, month and day once each.
 */
export function dateReader(dates: string): DateReader | undefined {
  if (dates === 'iso') return (text) => text;
  return dates === 'serial' ? fromSerial : fromPattern(dates);
}

function fromSerial(text: string): string | undefined {
  const serial = /^\d{1,7}$/.test(text) ? Number(text) : Number.NaN;
  if (!(serial >= FIRST_SAFE_SERIAL && serial <= LAST_SERIAL)) return undefined;
  return new Date(SERIAL_EPOCH + serial * DAY_MS).toISOString().slice(0, 10);
}

function fromPattern(pattern: string): DateReader | undefined {
  const names: string[] = [];
  const source = pattern.replace(/yyyy|MM|M|dd|d|HH|mm|ss|[\s\S]/g, (part) => {
    const token = TOKENS.get(part);
    if (token === undefined) return part.replace(/[\\^$.*+?()[\]{}|/-]/, '\\$&');
    names.push(part);
    return token;
  });
  const parts = ['y', 'M', 'd'].map((letter) => names.filter((name) => name.startsWith(letter)).length);
  if (parts.some((count) => count !== 1) || new Set(names).size !== names.length) return undefined;
  const shape = new RegExp(`^${source}$`);
  return (text) => {
    const match = shape.exec(text);
    return match === null
      ? undefined
      : isoFrom(new Map(names.map((name, index) => [name.charAt(0), match[index + 1] ?? ''])));
  };
}

function isoFrom(parts: ReadonlyMap<string, string>): string {
  const part = (letter: string): string => (parts.get(letter) ?? '').padStart(2, '0');
  const day = `${part('y')}-${part('M')}-${part('d')}`;
  return parts.has('H') ? `${day}T${part('H')}:${part('m')}:${part('s')}` : day;
}
