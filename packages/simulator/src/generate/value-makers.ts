import type { FieldType } from '../schema/schema-model.js';
import type { FieldValue } from '../store/stored-record.js';
import type { RecordContext } from './record-context.js';
import { textMaker } from './text-makers.js';

/** Makes the value of one field of one record. */
export type ValueMaker = (context: RecordContext) => FieldValue;

const day = 86_400_000;
/** Everything generated happened in the two years before this day, whatever day it is. */
const lastDay = Date.UTC(2024, 11, 31);

const dateOnly: ValueMaker = ({ random }) => wireDate(lastDay - random.int(0, 730) * day);
const moment: ValueMaker = ({ random }) => wireDate(lastDay - random.int(0, 730 * day));

/** A date of the wire: no zeros at the end of the fraction. */
function wireDate(ms: number): string {
  const text = new Date(ms).toISOString();
  return `${text.slice(0, 19)}${text.slice(19, 23).replace(/\.?0{1,3}$/, '')}+00:00`;
}

function decimalMaker(name: string): ValueMaker {
  if (/percent|rate$/i.test(name)) return ({ random }) => random.int(0, 25);
  if (/qty|quantity|count$/i.test(name)) return ({ random }) => random.int(0, 100);
  if (/factor/i.test(name)) return ({ random }) => random.int(1, 12);
  return ({ random }) => random.amount(0, 2000);
}

function booleanMaker(name: string): ValueMaker {
  if (/^(is)?active$|^default$/i.test(name)) return () => true;
  if (/hold|cancel|delet|void|archiv/i.test(name)) return () => false;
  return ({ random }) => random.chance(0.3);
}

function wholeMaker(name: string): ValueMaker {
  if (/linenbr|sortorder|recordid|sequence/i.test(name)) return ({ index }) => index + 1;
  return ({ random }) => random.int(0, 100);
}

/** How to make values for a field of this name and type. */
export function valueMaker(name: string, type: FieldType): ValueMaker {
  switch (type) {
    case 'String':
      return textMaker(name);
    case 'Boolean':
      return booleanMaker(name);
    case 'Decimal':
    case 'Double':
      return decimalMaker(name);
    case 'DateTime':
      return /time|modified|created|last/i.test(name) ? moment : dateOnly;
    case 'Guid':
      return name === 'NoteID' ? ({ id }) => id : ({ random }) => random.guid();
    case 'Int':
    case 'Long':
    case 'Short':
    case 'Byte':
      return wholeMaker(name);
  }
}
