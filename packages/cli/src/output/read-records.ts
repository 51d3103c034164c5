import type { DynamicEntity, TextOptions } from 'acurecord';
import { UsageError } from '../exit-code.js';
import { parseCsv } from './parse-csv.js';
import { parseRecords } from './parse-records.js';

/** How the records of a file are written. */
export interface RecordOptions {
  readonly csv?: boolean;
  readonly delimiter?: string;
  readonly blank?: string;
  readonly decimal?: string;
  readonly grouping?: string;
  readonly dates?: string;
  readonly booleans?: string;
}

/** A class of records that can be made of values, or of texts. */
export interface RecordModel {
  new (init: object): DynamicEntity;
  fromText(row: Readonly<Record<string, string>>, options: TextOptions): DynamicEntity;
}

/** Makes one record of its source; what is wrong with it is thrown. */
export type RecordSource = (model: RecordModel) => DynamicEntity;

/** The records of a text, not made yet. @throws UsageError for text that is neither JSON nor, with `--csv`, CSV */
export function readRecords(text: string, options: RecordOptions): RecordSource[] {
  if (options.csv !== true) {
    refuseTextOptions(options);
    return parseRecords(text).map((record) => (model) => new model(record));
  }
  const textOptions = textOptionsOf(options);
  return parseCsv(text, options.delimiter ?? ',').map(
    ({ line, texts }) =>
      (model) =>
        model.fromText(texts, { ...textOptions, line }),
  );
}

function refuseTextOptions(options: RecordOptions): void {
  const names = ['delimiter', 'blank', 'decimal', 'grouping', 'dates', 'booleans'] as const;
  const given = names.find((name) => options[name] !== undefined);
  if (given !== undefined) throw new UsageError(`--${given} says how texts are read: add --csv.`);
}

function textOptionsOf({ blank, decimal, grouping, dates, booleans }: RecordOptions): TextOptions {
  return {
    ...(blank !== undefined && { blank: oneOf('--blank', blank, ['skip', 'clear']) }),
    ...(decimal !== undefined && { decimal: oneOf('--decimal', decimal, ['.', ',']) }),
    ...(grouping !== undefined && { grouping: oneOf('--grouping', grouping, ['.', ',', "'", ' ']) }),
    ...(dates !== undefined && { dates }),
    ...(booleans !== undefined && { booleans: wordsOf(booleans) }),
  };
}

function oneOf<const V extends string>(option: string, given: string, known: readonly V[]): V {
  const found = known.find((value) => value === given);
  if (found !== undefined) return found;
  throw new UsageError(`${option} is one of ${known.map((value) => JSON.stringify(value)).join(', ')}.`);
}

/** `yes/no`: the word for true, then the one for false; several of each by `|`. */
function wordsOf(text: string): NonNullable<TextOptions['booleans']> {
  const [yes = '', no = '', ...more] = text.split('/');
  if (yes === '' || no === '' || more.length > 0) throw new UsageError('--booleans is two words, such as yes/no.');
  return { true: yes.split('|'), false: no.split('|') };
}
