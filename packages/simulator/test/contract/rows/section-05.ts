import { shown } from './fact.js';
import type { Facts } from './fact.js';

/** Reading, without its filters. */
export const readingFacts: Facts = {
  '5.1': [
    shown(
      'C',
      'bare JSON array',
      'lists and single records',
      '§5.1 basics answers a list with a bare array in key order',
      '§5.1 basics answers no match with []',
      '§5.1 basics finds a record by its keys between slashes or bars, and by id',
    ),
    shown(
      'CL',
      'By keys',
      'keys in an address, and how they are encoded',
      '§5.1 basics finds a record by its keys between slashes or bars, and by id',
      '§5.1 keys are percent-encoded; one with a slash is found by id and $filter only',
    ),
    shown(
      'C',
      'NoteID',
      'ids of records stay; those of rows may be good in one session only',
      '§5.1 basics finds a record by its keys between slashes or bars, and by id',
      '§5.1 the id of a record stays, whoever asks and when',
    ),
    shown(
      'C',
      'generator suffix',
      'ids of rows may stay as well',
      '§5.1 the id of a row stays, and leads to no record by itself',
    ),
    shown(
      'C',
      'NoEntitySatisfiesTheConditionException',
      'a record that is not there',
      '§5.1 basics answers 500 "No entity satisfies the condition." for Customer/NOPE',
      '§5.1 basics answers 500 "No entity satisfies the condition." for SalesOrder/SO/999999',
      '§5.1 basics answers 500 "No entity satisfies the condition." for Customer/00000000-0000-0000-0000-000000000000',
    ),
    shown(
      'C',
      'by keys/id also accepts',
      'options of a single record',
      '§5.1 a record by key takes $select, $expand and $custom',
      '§5.1 a record by id takes $select, $expand and $custom',
      '§5.1 a record by key or id takes $filter, which changes nothing',
    ),
    shown(
      'L',
      'No default page size',
      'everything comes, unless there is a cap nobody knows',
      '§5.1 without $top everything comes',
      '§20 what nobody has seen §5.1 lists may have a cap that nobody announces',
    ),
  ],
  '5.3': [
    shown(
      'C',
      'applied before',
      'what is skipped, and in which order',
      '§5.3 paging skips before it takes',
      '§5.1 basics answers a list with a bare array in key order',
      '§5.3 an answer to a list says nothing of a count or of what follows, also when that is asked for',
    ),
  ],
  '5.4': [
    shown(
      'L',
      'ignored on heavy entities',
      'sorting does nothing, or sorts',
      '§5.4 $orderby is ignored',
      '§20 what nobody has seen §5.4 $orderby may sort',
    ),
  ],
  '5.5': [
    shown(
      'C',
      'paths allowed',
      'names and paths',
      '§5.5 $select shows only what is named, and what every record has',
      '§5.5 $select takes paths, custom ones as well',
      '§5.5 $select shows expanded members only when it names them, in whole or in part',
    ),
    shown(
      'C',
      'named there',
      'what is expanded has to be named as well',
      '§5.5 $select shows expanded members only when it names them, in whole or in part',
      '§5.5 $select may name an expanded member as a whole',
    ),
    shown(
      'L',
      'still returned',
      'what comes anyway',
      '§5.5 $select shows only what is named, and what every record has',
    ),
    shown('C', 'Unknown field', 'unknown names', '§5.5 $select answers 500 to an unknown name'),
    shown(
      'C',
      'avoid the optimisation error',
      'fewer fields',
      '§5.8 lists that cannot be optimised lists other fields',
      '§5.8 a record by its key needs no optimisation (§5.5: nor does a list of other fields)',
    ),
  ],
  '5.6': [
    shown(
      'C',
      'Nothing is expanded by default',
      'what is expanded',
      '§5.6 $expand leaves linked members and collections out unless asked',
      '§5.6 $expand opens nested members by path',
      '§5.6 $expand lists files with their address',
      '§5.6 files of rows come with Details/files',
    ),
    shown('C', 'nested options', 'contract 5', '§7 contract 5 nests options of $expand (§5.6)'),
    shown('L', 'keyword', 'no word for all', '§5.6 there is no word for everything'),
  ],
  '5.7': [
    shown(
      'C',
      'AttributePRODUCT',
      'any field of the form, of the record and of rows',
      '§5.7 $custom shows fields of the form with their type',
      '§5.7 $custom shows any field of the form, those of the contract as well',
      '§5.7 $custom reaches fields of rows',
    ),
  ],
  '5.8': [
    shown(
      'C',
      'View Filter has BQL delegate',
      'lists that cannot be read, and what can',
      '§5.8 lists that cannot be optimised names the fields that cause it, one a line',
      '§5.8 lists that cannot be optimised lists other fields',
      '§5.8 a record by key or id needs no optimisation',
      '§14 inquiries of a contract endpoint are read by PUT with their parameters, and cannot be listed',
    ),
  ],
  '5.9': [
    shown(
      'C',
      'entity not in the endpoint',
      'unknown entities and endpoints, those of another tenant too',
      '§5.9 unknown things answers 404 to an entity that is not in the endpoint and to an unknown endpoint',
      ...['json', 'html', 'empty'].map((body) => `§20 what nobody has seen §5.9 a 404 may have the body ${body}`),
    ),
    shown(
      'CL',
      'unknown action',
      'actions that are not there',
      '§5.9 an action that the form does not have cannot be found',
      '§12 404: an unknown action',
    ),
    shown('C', 'no rights', 'forms without rights', '§5.9 and §12 errors 403 names the form'),
    shown(
      'C',
      'preferences not entered',
      'forms without preferences',
      '§5.9 and §12 errors a form whose preferences are not entered answers 500 that names it',
    ),
    shown(
      'C',
      'broken custom endpoint',
      'a broken endpoint',
      'broken things §5.9 a broken endpoint sends all calls of its tenant to the error page',
    ),
  ],
};
