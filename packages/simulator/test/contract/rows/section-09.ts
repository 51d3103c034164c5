import { replaced, shown } from './fact.js';
import type { Facts } from './fact.js';

const atOnce = '§9 actions that are done at once answer 204 with the address of the record, by its id';
const started =
  '§9 actions that take their time answer 202 with an address of seven parts, which answers 202 until it answers 204';

/** Actions and their operations. */
export const actionFacts: Facts = {
  '9': [
    shown(
      'C',
      '"parameters":{…}',
      'the body of an action',
      atOnce,
      started,
      '§9 the entity of an action may be named by id and carry changes, also custom ones',
      '§9 an action without parameters needs none, and a finished one has a Location',
    ),
    shown('C', 'Dialog fields', 'fields of dialogs', '§9 dialog fields come as custom parameters'),
    shown(
      'C',
      'workflow/graph action name',
      'actions the contract does not name',
      '§9 actions are found whatever the contract says of them, if the form has them',
      '§9 actions the contract does not name exist when an option says that the form has them',
    ),
    replaced(
      'CL',
      'Expect `Location`',
      'the address of what is finished, by id, or none',
      'by id, not the collection',
      atOnce,
      started,
      '§9 actions may leave Location out on 204, and make it absolute',
    ),
    shown(
      'C',
      'Results',
      'all outcomes',
      atOnce,
      started,
      '§9 actions answer 400 without a body and to parameters of the wrong type',
      '§8.3 the conditions hold for actions too, and there are no ETags',
      '§9 changes that the form refuses are answered 422 with the record, and the action is not carried out',
      '§9 actions that are greyed out in the status of the record are refused',
      '§12 404: an unknown action',
      '§9 actions keep the form of their session busy: 409 since 25R2',
    ),
    shown('C', 'counts path parts', 'the address of an operation', started),
    shown(
      'CL',
      'Polling',
      'asking for an operation, in its session',
      started,
      '§9 actions fail in the middle with a 500 and their message, and change nothing',
      '§9 actions are told of to the session that started them only: for others they are no operation, and done',
      '§20 what nobody has seen §9 Location may be absolute, and a failed poll have another status',
    ),
    shown(
      'C',
      'host-relative',
      'addresses below the site, or absolute',
      '§9 an address of an operation starts with the site',
      '§20 what nobody has seen §9 Location may be absolute, and a failed poll have another status',
      started,
    ),
    shown(
      'C',
      'While an operation runs',
      'a busy form',
      '§9 a second action of the form in the session is refused while one runs, of another session it is not',
      '§9 actions keep the form of their session busy: 409 since 25R2',
      '§9 before 25R2 another action of the form fails while one runs, reads go on',
    ),
    shown(
      'C',
      'Processing forms',
      'forms that process many records',
      '§9 processing forms take the record a PUT gave back, in the same session',
    ),
    shown(
      'L',
      'PXRedirect',
      'actions that open something',
      ...['form', 'report', 'file', 'url'].map(
        (what) => `§9 actions that open something a ${what} end in an error and do nothing`,
      ),
    ),
  ],
};
