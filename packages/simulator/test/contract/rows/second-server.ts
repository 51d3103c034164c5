import { shown, unshowable } from './fact.js';
import type { Fact, Facts } from './fact.js';
import type { Mark } from '../../support/contract-rows.js';

const version3 = (name: string): string => `§14 the root of inquiries before 24R2 speaks OData version 3 ${name}`;
/** A row of contract 5 that the simulator's own parser of it is still to be written for. */
const later = (mark: Mark, anchor: string, label: string): Fact =>
  unshowable(mark, anchor, label, 'Not simulated yet: the dialect of contract 5 is that of contract 4 here.');
const document = (mark: Mark, anchor: string, label: string): Fact =>
  unshowable(
    mark,
    anchor,
    label,
    'A fact about the vendor’s documents: the simulator serves whatever document it is given.',
  );

const choices =
  '§7 values of contract 5 are choices with id and description, several in an array, and dates without time';
const written = '§7 values of contract 5 are written by id, by description, as an array, and come back';

/** Rows of the second page about contract 5, writing, actions, OData and what was reported. */
export const secondServerFacts: Facts = {
  '7 Contract 5': [
    shown('C', 'StringSelectInnerValue', 'types of values', choices, written),
    shown('C', 'requests `{"value":{"id":"CL"}}`', 'answers and requests', choices, written),
    later('C', '**OData 4.01**', 'the dialect of addresses'),
    later('', 'no `substringof`', 'functions, drop-downs by id'),
    later('', 'bare literals', 'dates without quotes'),
    later('', 'F/any(x: x eq', 'conditions on several choices'),
    shown('', 'cf.Decimal(', 'custom fields in filters', '§7 contract 5 names custom fields in filters without f='),
    shown('', '$expand=MainContact($select=Email', 'nested options', '§7 contract 5 nests options of $expand (§5.6)'),
    later('', 'no `$custom`', 'custom fields in $select'),
    shown(
      '',
      '`type` required when sent',
      'types of custom fields',
      '§7 contract 5 demands the type of a custom field',
    ),
    document('', '26.200 vs 25.200', 'what is new in the document'),
    shown(
      'C',
      '412 texts in the document',
      'preconditions',
      '§8.3 the conditions hold for actions too, and there are no ETags',
    ),
    shown(
      'C',
      'serves contracts 4 and 5',
      'both contracts',
      '§7 a document of contract 5 is served by 26R2 where no release is asked for',
    ),
  ],
  '7, completed from the whole document': [
    shown(
      'C',
      'was read whole: 493 enti',
      'the whole document',
      'readSchema on real endpoint documents a document of contract 5 has all its entities, links and collections, and no member that is not understood',
    ),
    document('', 'members in both', 'what became of members'),
    document('', 'DateOnly goes by form', 'which dates are days'),
    shown(
      'L',
      '`anyOf` with one reference',
      'references in every form',
      'readSchema on documents nobody should trust a reference is read in the form of anyOf',
      'readSchema on documents nobody should trust a reference is read in the form of $ref that may be null',
      'readSchema on documents nobody should trust a member that may be one of two is kept as unknown',
    ),
    shown(
      '',
      '`_workflowActions` (map name',
      'workflow actions',
      '§4.2 the schemas of the document §4.2 entities have workflow actions since 25R2',
    ),
    shown('', 'still declared as a parameter', 'parameters', '§5.7 $custom shows fields of the form with their type'),
    shown('', '404 for PATCH alone', 'statuses', '§9 actions keep the form of their session busy: 409 since 25R2'),
    document('', 'Further renames', 'renames'),
    shown(
      '',
      'rebuilt.json` is a document in the real structure',
      'the rebuilt document',
      'readSchema on real endpoint documents a document of contract 5 has all its entities, links and collections, and no member that is not understood',
    ),
  ],
  '8 Writing': [
    shown(
      'C',
      'JSON is read leniently',
      'lenient JSON',
      '§8.1 JSON is read leniently: commas before what closes',
      '§8.1 JSON is read leniently: names without quotes',
      '§8.1 JSON is read leniently: no-break spaces between tokens',
      '§8.1 JSON is read leniently: the bodies of actions too',
    ),
    shown(
      'C',
      'comes back as `[]`',
      'what was sent and not expanded',
      '§6 and §8 what was sent is [] for a collection that was not expanded, though its rows are stored',
      '§6 and §8 what was sent is null for a linked entity that was not expanded',
      '§6 and §8 what was sent is a hull for a linked entity that was sent with a linked one inside',
      '§6 and §8 what was sent comes back whole in contract 3',
    ),
    shown(
      'C',
      'database code',
      'codes of drop-downs',
      '§6 drop-downs are written by what the database keeps, and shown by their label',
      '§6 drop-downs find the record by a key written as the database keeps it',
    ),
    shown(
      'C',
      'Texts for decimals',
      'texts in place of numbers',
      '§8.1 texts in place of decimals, integers and check boxes are converted',
    ),
    shown(
      'C',
      'Missing leading key',
      'keys that were not sent',
      '§8.1 a key that was not sent is the default of the form where it leads, and a number where it is one',
      '§8.1 a key that was not sent is numbered though it was sent, for employees',
    ),
    shown(
      'C',
      'without `type` (contract 4)',
      'custom fields without type',
      '§8 custom fields of records and of rows may be sent without their type',
    ),
  ],
  '9 Actions': [
    shown(
      'C',
      'by id, not the collection',
      'what is finished at once',
      '§9 an action that is finished at once has the address of its record, by id',
      '§9 an action that is finished may have no address, as the guide has it',
    ),
    shown(
      'C',
      'Finished poll',
      'what is finished after polling',
      '§9 an action that is finished after polling has the same kind of address',
      '§9 an action that is finished and of whose record the server knows nothing has an empty id in its address',
    ),
    shown(
      'C',
      'id that is no operation',
      'ids of nothing',
      '§9 a poll of an id that is no operation is done, with an empty id in its address',
    ),
    shown(
      'C',
      '`Content-Length: 0`',
      'a start without body, ids in capitals',
      '§9 an action that is finished after polling has the same kind of address',
      '§9 a record is deleted by an id in capitals',
    ),
    shown(
      'C',
      'Undeclared actions',
      'buttons of forms',
      '§9 actions that no document declares are carried out where the form has them: Case/Close',
      '§9 actions that no document declares are carried out where the form has them: Payment/Release',
    ),
  ],
  '11 Files': [
    shown(
      'C',
      'Legacy upload',
      'uploads and downloads',
      '§11 files are put by keys, not by id, at the older address',
      '§11 files are read as bytes by their id',
    ),
  ],
  '14 OData': [
    shown(
      'C',
      '**v3 GI root**',
      'the old root of inquiries',
      version3('in its service document'),
      version3('in $metadata, an EDMX of version 1.0'),
      version3('in rows: decimals and long numbers as text, dates without a zone'),
      version3('in parameters of the query, which are bare'),
      version3('in segmented keys, which are padded to the length of the segment'),
    ),
    shown(
      'C',
      '**v4 DAC root**',
      'the root of tables',
      '§14 a set of tables tells the chosen columns in the context, in their own spelling',
      '§14 a set of tables pads segmented keys with blanks, and finds them without',
      '§14 $metadata of tables has a schema for each namespace beside PX.Api, and the container Default.Container',
    ),
    shown(
      'C',
      'three names',
      'names, keys and conditions on other tables',
      '§14 a set of tables answers to SalesOrder',
      '§14 a set of tables comes in the order of its keys unless told otherwise',
      '§14 one row of a table is found by a single key without its name',
      '§14 a filter on tables reaches over several tables',
      '§14 fields that are not in the database are named by Cap.FilterRestrictions, refused in $select and $orderby, and empty in a row',
    ),
    shown(
      'C',
      'Deleted rows',
      'rows that were deleted',
      '§14 rows that were deleted are remembered by their note ids and the time for px.GetDeletedRecords(), and nothing else is',
      '§14 rows that were deleted are told in a context of their own, by a function that $metadata does not declare',
      '§14 rows that were deleted are remembered for the classes that the ERP is told to track alone',
    ),
    shown(
      'C',
      'still works on 26R2',
      'aliases, parameters, formulas',
      '§14 the root of tables has an older alias, and the older root of inquiries speaks version 3',
      '§14 rows take parameters by function, also by alias; without them there are none',
      '§14 rows are an empty body when a calculated column is filtered or sorted by',
    ),
    shown(
      'C',
      'GI columns in `$metadata`',
      'the order of columns',
      '§14 inquiries have keys first in $metadata, in the order of the key, then the columns, then keys that are no columns',
    ),
    shown(
      'C',
      'ordinary user seat',
      'whose seat is taken',
      '§14 name and password take no seat of the API, and none is needed',
      '§14 name and password take no seat of the API, a token takes one',
    ),
  ],
  '15 `$adHocSchema`': [
    shown(
      'C',
      'whole record',
      'the template',
      '§15 $adHocSchema is a whole record with one row in each collection, each with an id of its own',
    ),
  ],
  '16': [shown('C', '5 attempts', 'notifications', 'push notifications §16 are given up after five attempts')],
  '18 Keys': [
    shown('', 'VM names key fields', 'keys', '§18 the keys of 146 entities are known, in the order of the form'),
  ],
  '12 / §20 Still unknown': [
    shown(
      'L',
      'Bodies of 401, 404, 412, 429',
      'what nobody has seen',
      '§20 what nobody has seen §5.9 a 404 may have the body html',
    ),
  ],
  'From field reports': [
    shown(
      'CL',
      'may write a day as',
      'bare days',
      '§6 one member may be a day without time while the dates beside it are whole',
    ),
    shown(
      'L',
      'too long or breaks the mask',
      'lengths',
      '§8 a text that is too long is refused since 25R2 beside the field, at the length of its column',
      '§8 a text that is too long is taken before',
    ),
    shown(
      'C',
      'unknown AttributeID',
      'attributes',
      '§8 rows of attributes of an unknown attribute are dropped without a word',
      '§8 rows of attributes are merged with those there are, cleared by an empty text, and show days with a time',
    ),
    shown(
      'C',
      'that is Canceled',
      'canceled orders',
      '§8 a purchase order that is canceled takes a PUT, one that is completed does not',
    ),
    shown(
      'CL',
      'attribute that is no longer there',
      'lost columns',
      '§5.7 an attribute that the form no longer has fails the whole list, and no record by itself',
    ),
    shown(
      'L',
      'PUT to `/Entity/{key}`',
      'PUT to an address',
      '§8.1 a PUT to the address of a record is no way to write it',
    ),
    shown(
      'L',
      'ShipmentNbr alone',
      'shipments by number',
      '§8.1 a shipment that is sent with its number alone may be taken for a new one',
    ),
    shown('L', '`Balance gt 0`', 'balances', '§5.2 a balance may be impossible to compare with a whole number'),
    shown('C', 'before RequestedOn', 'shipping too early', '§9 nothing is shipped before the day it is asked for'),
    shown('L', 'Before 25R2 a busy form', 'busy forms', '§9 before 25R2 a form that is busy answers 500'),
    shown('C', '`innerException` alone', 'causes inside', '§12 the cause may stand in the inner exception alone'),
    shown(
      'L',
      '511',
      'large lists',
      '§14 and §5.4 a list that is too large is an error of the database, and a 511 of an OData root',
    ),
    shown(
      'CL',
      'time stamp does not move',
      'stamps',
      '§5.4 time stamps of an item do not move when its quantities change',
      '§5.4 time stamps of subaccounts are never set',
    ),
    shown(
      'L',
      'one blank record',
      'blank inquiries',
      '§14 a GET of an inquiry through a contract endpoint may answer one record without values',
    ),
  ],
};
