import type { OptionNames } from '@acurecord/errors';

/** How texts of a file or form are read. Without options: `true` and `false`, `.` as decimal separator, dates in ISO form. */
export interface TextOptions {
  /** What a blank text means: `skip` leaves the field untouched, `clear` writes `null`. @default 'skip' */
  readonly blank?: 'skip' | 'clear';
  /** The decimal separator. @default '.' */
  readonly decimal?: '.' | ',';
  /** The sign between thousands, which is dropped: `1.234,50` by `{ decimal: ',', grouping: '.' }`. @default none is taken */
  readonly grouping?: '.' | ',' | "'" | ' ';
  /** Signs beside a number that are dropped, such as `€` or `%`; 5 % is then 5. @default none is taken */
  readonly symbols?: readonly string[];
  /** The words for booleans, compared without case: `{ true: ['yes', 'x'], false: ['no'] }`. @default true and false */
  readonly booleans?: { readonly true: readonly string[]; readonly false: readonly string[] };
  /**
   * How dates are written: `iso`; `serial` for the day numbers of a spreadsheet; or a pattern of `yyyy MM dd M d HH mm ss` and signs
   * between them, such as `dd.MM.yyyy`. @default 'iso'
   */
  readonly dates?: string;
  /** Line of the file that the row stands in, for messages. */
  readonly line?: number;
}

/** The options of `fromText`. */
export const TEXT_OPTIONS: OptionNames<TextOptions> = {
  blank: true,
  decimal: true,
  grouping: true,
  symbols: true,
  booleans: true,
  dates: true,
  line: true,
};
