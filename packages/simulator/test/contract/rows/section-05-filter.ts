import { shown } from './fact.js';
import type { Facts } from './fact.js';

const filter = (name: string): string => `§5.2 every row of the table ${name}`;

/** The filters of lists. */
export const filterFacts: Facts = {
  '5.2': [
    shown(
      'C',
      'eq ne gt ge lt le',
      'comparisons and how they are joined',
      filter('comparison, and, or, parentheses'),
      filter('at least, at most'),
      filter('less than'),
      filter('strings in any case'),
    ),
    shown(
      'C',
      'needle first',
      'functions on texts',
      filter('substringof, needle first'),
      filter('startswith'),
      filter('endswith'),
    ),
    shown(
      'C',
      'silently wrong',
      'functions compared with true',
      filter('a function with eq true: nothing, silently'),
      filter('endswith with eq true: nothing either'),
      filter('substringof with eq true: nothing either'),
    ),
    shown('C', 'not substringof', 'functions denied', filter('not before a function: 500')),
    shown(
      'C',
      'toupper',
      'functions of later versions',
      ...['contains', 'tolower', 'toupper'].map((name) => filter(`${name}: 500`)),
    ),
    shown(
      'C',
      'datetimeoffset',
      'dates in all their forms',
      filter('a date with its zone'),
      filter('a plus that is not encoded is a blank, so the date is none'),
      filter('a moment without zone'),
      filter('a date without time'),
      filter('a date of the newer guide'),
    ),
    shown('C', 'decimals', 'decimals', filter('a plain decimal'), filter('a decimal with M')),
    shown(
      'C',
      'quoting a boolean',
      'what is not quoted',
      filter('a boolean'),
      filter('a plain decimal'),
      filter('a quoted boolean: 500'),
    ),
    shown('C', 'F eq null', 'nothing and something', filter('null'), filter('not null')),
    shown(
      'L',
      'guid literal',
      'guids, if they are understood',
      filter('a guid'),
      '§5.2 where instances differ guid literals may not be understood',
    ),
    shown(
      'C',
      'linked entity field',
      'fields of linked entities, expanded or not',
      filter('a field of a linked entity'),
      filter('a field of a linked entity that is expanded'),
    ),
    shown(
      'C',
      'detail field',
      'fields of rows',
      filter('a detail field: 500'),
      '§5.2 where instances differ a detail field may find nothing',
    ),
    shown(
      'C',
      'cf.Decimal',
      'custom fields',
      '§5.2 custom fields of every type are compared by cf',
      '§7 contract 5 names custom fields in filters without f=',
    ),
    shown(
      'C',
      'AND over two different views',
      'conditions on two views',
      filter('an and over two views'),
      '§5.2 where instances differ an and over two views may find nothing',
      '§20 what nobody has seen §5.2 conditions on two views may find nothing though each part does',
    ),
    shown(
      'C',
      'non-key filter',
      'complex forms',
      ...['works', 'fails', 'empty'].flatMap((how) => [
        `§5.2 where instances differ complex forms filtered by something else than their keys: ${how}`,
        `§5.2 where instances differ shipments filtered by something else than their key: ${how}`,
      ]),
    ),
    shown(
      'C',
      'displayed',
      'labels of drop-downs',
      '§5.2 labels of drop-downs are compared, or what the database keeps',
      filter('the label of a drop-down'),
    ),
  ],
};
