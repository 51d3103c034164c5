import { shown } from './fact.js';
import type { Facts } from './fact.js';

const shape = '§6 the shape of a record is compact, in contract order, with {} for empty and the scale of decimals';

/** Records, and the values of contract 5. */
export const recordFacts: Facts = {
  '6': [
    shown(
      'C',
      'Order of members',
      'the order of members',
      '§6 members come as id, rowNumber, note, fields, custom, _links, files; records that are well have no error',
      shape,
    ),
    shown('C', 'compact', 'no blanks', shape),
    shown(
      'C',
      'Empty/null field',
      'empty fields',
      shape,
      '§6 an empty field is an empty object, a check box true or false',
    ),
    shown(
      'C',
      'note row exists',
      'notes that are there, empty or missing, and how they are written',
      '§6 a new item has no note until one is written, a new customer has an empty one',
      '§6 the shape of a record has no note for a row that never had one',
      shape,
    ),
    shown(
      'C',
      'every recorded record',
      'custom is there, and empty unless asked for',
      '§6 members come as id, rowNumber, note, fields, custom, _links, files; records that are well have no error',
      '§5.7 $custom shows fields of the form with their type',
    ),
    shown(
      'C',
      'files:put',
      'addresses of records and of files, or none',
      '§6 the shape of a record links records to themselves and to their files, rows to their files only',
      '§1 the site may be a folder of several parts that contain the word entity',
      '§6 records may have no _links',
    ),
    shown(
      'C',
      'only in 422 bodies',
      'errors in refused records only',
      '§6 members come as id, rowNumber, note, fields, custom, _links, files; records that are well have no error',
      '§5.9 and §12 errors §8.7 422 echoes the record with an error beside every wrong value, rows included',
    ),
    shown(
      'C',
      'padded key',
      'files, and how they are called',
      '§6 names of files begin with the form and the key of its record as the database keeps it',
      '§5.6 $expand lists files with their address',
    ),
    shown('C', 'scale', 'numbers keep their scale', shape, '§6 integers are integers, decimals have a fraction'),
    shown(
      'C',
      'trailing zeros',
      'fractions of seconds',
      '§6 fractions of seconds lose their zeros at the end, whole seconds have none',
    ),
    shown(
      'CL',
      'true instants',
      'moments have the offset of the server',
      '§6 a moment of writing is a true instant, a date midnight, both with +00:00',
      '§6 dates have the offset of the server, those alone its midnight, in answers, bodies and filters',
    ),
    shown(
      'CL',
      'Pure dates',
      'dates are midnight',
      '§6 the shape of a record writes dates with an offset of +00:00',
      '§6 a moment of writing is a true instant, a date midnight, both with +00:00',
      '§6 dates have the offset of the server, those alone its midnight, in answers, bodies and filters',
    ),
    shown('C', 'US format', 'moments that are texts', '§6 some moments are texts in American form'),
    shown(
      'CL',
      'Drop-down fields',
      'labels and keys, read and written',
      '§6 drop-downs show labels, guids are lower-case',
      '§6 a field that names another record shows its key, a drop-down its label',
      '§6 a drop-down is written by its label',
      '§6 drop-downs are written by what the database keeps, and shown by their label',
      '§6 drop-downs may take nothing but labels',
    ),
    shown(
      'C',
      'GuidValue',
      'check boxes, guids, blanks behind keys',
      '§6 an empty field is an empty object, a check box true or false',
      '§6 drop-downs show labels, guids are lower-case',
      '§6 an error text may show a key with the blanks that the database keeps behind it',
    ),
    shown(
      'C',
      'sent in PUT',
      'linked entities that were sent',
      '§6 linked entities that a PUT has sent and not expanded may be null in the answer',
      '§6 linked entities that a PUT has sent and not expanded may be absent in the answer',
    ),
    shown('C', 'Multi-language', 'texts in several languages', '§6 texts in several languages come through $custom'),
  ],
  '7': [
    shown(
      'CL',
      'StringSingleSelectValue',
      'what is new in contract 5, and since when',
      '§7 values of contract 5 are choices with id and description, several in an array, and dates without time',
      '§7 values of contract 5 are written by id, by description, as an array, and come back',
      '§7 contract 5 demands the type of a custom field',
      '§7 contract 5 nests options of $expand (§5.6)',
      '§7 a document of contract 5 is not served by releases before 26R2',
      '§7 a document of contract 5 is served by 26R2 where no release is asked for',
    ),
  ],
};
