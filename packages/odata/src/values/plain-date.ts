import { AcumaticaQueryError } from '@acurecord/errors';
import { describeValue } from './describe-value.js';
import { hasBrand } from './has-brand.js';

const brand = Symbol.for('@acurecord/odata/plain-date');

const shape = /^(\d{4})-(\d{2})-(\d{2})$/;

/**
 * A calendar day without time and zone: `PlainDate.from('2024-12-31')`. A filter compares the ERP's own day with it,
 * where a `Date` is an instant that may fall on another day in the ERP's time zone.
 */
export class PlainDate {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly day: number;

  /** @throws {AcumaticaQueryError} when the calendar has no such day. */
  constructor(year: number, month: number, day: number) {
    const check = new Date(0);
    check.setUTCFullYear(year, month - 1, day);
    const exists = check.getUTCFullYear() === year && check.getUTCMonth() === month - 1 && check.getUTCDate() === day;
    if (!exists || year < 1 || year > 9999) {
      throw new AcumaticaQueryError(`There is no day ${year}-${month}-${day} in the calendar of years 1 to 9999.`);
    }
    this.year = year;
    this.month = month;
    this.day = day;
    Object.freeze(this);
  }

  /** Reads `YYYY-MM-DD`. @throws {AcumaticaQueryError} for other text or a day that does not exist. */
  static from(text: string): PlainDate {
    const match = typeof text === 'string' ? shape.exec(text) : null;
    if (!match) throw new AcumaticaQueryError(`${describeValue(text)} is not a date of the form YYYY-MM-DD.`);
    return new PlainDate(Number(match[1]), Number(match[2]), Number(match[3]));
  }

  /**
   * The day that a timestamp of the ERP shows. The ERP writes the date of a document as midnight of its own server
   * (`2026-03-31T00:00:00+03:00`), so that the same instant is another day elsewhere: the date counts as it is written.
   *
   * @throws {AcumaticaQueryError} for a value that is no such text
   */
  static of(timestamp: unknown): PlainDate {
    const text = typeof timestamp === 'string' ? timestamp : describeValue(timestamp);
    return PlainDate.from(/^(\d{4}-\d{2}-\d{2})T\d{2}:/.exec(text)?.[1] ?? text);
  }

  /** Whether a text looks like `YYYY-MM-DD`; the day itself may still not exist. */
  static matches(text: string): boolean {
    return shape.test(text);
  }

  /** Whether a text is `YYYY-MM-DD` and the calendar has that day. */
  static exists(text: string): boolean {
    try {
      return PlainDate.from(text).toString() === text;
    } catch {
      return false;
    }
  }

  /** `YYYY-MM-DD`. */
  toString(): string {
    const pad = (part: number, width: number) => String(part).padStart(width, '0');
    return `${pad(this.year, 4)}-${pad(this.month, 2)}-${pad(this.day, 2)}`;
  }

  /** Whether a value is a PlainDate, also of another installed copy of this package. */
  static is(value: unknown): value is PlainDate {
    return hasBrand(value, brand);
  }

  /** @internal */
  get [brand](): true {
    return true;
  }

  toJSON(): string {
    return this.toString();
  }
}
