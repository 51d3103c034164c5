import { shown, unshowable } from './fact.js';
import type { Facts } from './fact.js';

const put = '§6 and §8 what was sent';

/** Rows of the second page about sessions, records and reading. */
export const secondRecordFacts: Facts = {
  '2.2 / 2.4 Cookies': [
    shown(
      'C',
      'renewed in the middle of a session',
      'tickets that are renewed',
      '§2.4 the ticket of a session is renewed in the middle of its time, twice in that answer, whatever was asked',
      '§2.4 the ticket of a session is good until its own time is over, and the one that took its place from then on',
    ),
    shown(
      'C',
      'LegacyUI=0',
      'the cookies of each time, and their order',
      '§2.2 the cookies of a sign-in to 18R2 are those of its time, in their order',
      '§2.2 the cookies of a sign-in to 19R2 are those of its time, in their order',
      '§2.2 the cookies of a sign-in to 21R1 are those of its time, in their order',
      '§2.2 the cookies of a sign-out come in another order',
    ),
    shown(
      'L',
      'guide lists 204, 400, 429, 500',
      'how a sign-in may end',
      '§2.2 a successful sign-in sets the first five cookies twice each, then requestid and requeststat once',
      '§2.3 a failed sign-in answers a wrong password with 500 and still sets four kinds of cookies',
      '§2.3 a failed sign-in refuses one session too many in the form 429',
    ),
  ],
  '4.1 `GET /entity`': [
    shown(
      'CL',
      'features[]',
      'features that are on',
      '§4.1 the features that are on are told since 26R2, to those who are signed in',
    ),
  ],
  '4.2 / §6 Order and shape of a record': [
    shown(
      'C',
      'case-insensitive alphabetical order',
      'the order of members',
      '§6 the order of members is alphabetical without regard to case, between id, rowNumber, note and custom, _links',
    ),
    shown('C', '10,411 of them', 'nothing is {}', '§6 an empty field is an empty object, a check box true or false'),
    shown(
      'C',
      'feature off',
      'members of features that are off, and of newer builds',
      '§6 members of a feature that is off are there by default',
      '§6 members of a feature that is off are on no record and no row: subItems',
      '§6 a build may have fields that the document of an old endpoint does not declare',
    ),
    shown(
      'C',
      'none in any answer up to 2021-09',
      'addresses in records',
      '§6 _links came with the releases of 2022, unless an option says otherwise',
      '§6 _links are on no pay period and in no inquiry',
    ),
    shown(
      'C',
      'Contract 3 (18.200)',
      'records of contract 3',
      '§6 contract 3 writes notes as text, files on every record and row, and no _links',
    ),
    shown(
      'C',
      'After a PUT `note` is `null`',
      'notes after a PUT',
      '§6 a note after a PUT is null for entities of people, items, ledgers and projects’ budgets',
      '§6 a note after a PUT is null on forms of payroll and of processing',
      '§6 a note after a PUT is empty for documents',
    ),
    shown(
      'C',
      'has **no offset**',
      'dates among custom fields, stamps that nothing has set',
      '§6 a date and time among custom fields has no offset, whoever wrote it',
      '§6 a stamp that nothing has set is the first moment of the database, in the zone of the server',
    ),
  ],
  '5.2 `$filter`': [
    shown(
      'C',
      'returned although `$select` leaves it out',
      'fields that are filtered by',
      '§5.2 fields that are filtered by come back although $select leaves them out',
      '§5.2 fields that are filtered by come back under custom where they are no members',
    ),
    shown(
      'C',
      '`$filter` wins over the keys',
      'a filter beside keys',
      '§5.1 a record by id takes $filter, which changes nothing; beside keys it wins over them',
    ),
    shown(
      'CL',
      'drop-downs: guide shows both',
      'labels and codes, days',
      '§5.2 drop-downs are compared by label or by what the database keeps, days as days',
    ),
  ],
  '5.4 `$orderby`, paging, count': [
    shown(
      'C',
      'second live server ignores',
      'no order, no count',
      '§5.4 $orderby is ignored, and no list tells how many records there are',
      '§5.4 pages are read until one is short',
    ),
    unshowable(
      'C',
      'rows are unordered',
      'inquiries without an order',
      'The simulator has one order of rows; nothing can depend on it more than on another.',
    ),
    shown(
      'C',
      'Resource Governor',
      'everything, or an error of the database',
      '§5.1 without $top everything comes',
      '§14 and §5.4 a list that is too large is an error of the database, and a 511 of an OData root',
    ),
  ],
  '5.5 `$select`': [
    shown(
      'C',
      'does not narrow the top level',
      'nested paths only',
      '§5.5 $select does not narrow a level of which it names paths further down only',
    ),
    shown('C', 'key fields come back', 'keys', '§5.5 $select leaves out no key of a record that is read by its keys'),
    shown(
      'C',
      'every field that was **sent**',
      'what was sent',
      `${put} comes back in spite of $select, on rows too, and custom fields without $custom`,
    ),
  ],
  '5.6 `$expand`': [
    shown(
      'C',
      '`Translations` is a word',
      'texts in all languages',
      '§5.6 Translations is a word of $expand that shows a text in all languages of the company, with null for those without one',
      '§5.6 Translations is a word of $select too, and no member',
      '§5.6 Translations is written by language; those that are not named keep their text',
      '§5.6 Translations is lost for the languages that a list in the value does not name',
      '§5.6 Translations fails beside such a list',
    ),
    shown(
      'L',
      'unknown name in `$expand`',
      'unknown names',
      '§5.6 an unknown name in $expand is ignored, also below a known one',
    ),
  ],
  '5.8 Optimisation': [
    shown(
      'CL',
      'PX-CbApiBehavior',
      'how a list is to be read',
      '§5.8 a list that cannot be read as one query is read record by record where that is asked for',
      '§5.8 a list that cannot be read as one query may be read so unasked, and then fails where that is asked for',
    ),
    shown(
      'C',
      'ApplicationHistory',
      'payments with their history',
      '§5.8 a list that cannot be read as one query is one of payments with their history of applications',
    ),
  ],
};
