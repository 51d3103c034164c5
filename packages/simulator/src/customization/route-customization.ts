import { authenticate, tenantOf } from '../identity/authenticate.js';
import { allows } from '../identity/user.js';
import type { Instance } from '../instance.js';
import type { Answer } from '../server/answer.js';
import { jsonAnswer } from '../server/answer.js';
import type { Call } from '../server/call.js';
import { insufficientRights, methodNotAllowed, resourceNotFound } from '../server/error-answers.js';
import { readBodyObject } from '../server/read-body-object.js';
import type { CustomizationDesk, Given } from './customization-desk.js';

/** The calls as the guide spells them; programs do not keep to its case. */
const calls = [
  'getPublished',
  'getProject',
  'import',
  'publishBegin',
  'publishEnd',
  'unpublishAll',
  'delete',
] as const satisfies readonly (keyof CustomizationDesk)[];

/** `POST /CustomizationApi/{call}`: 200 with a log, also of what went wrong. */
export function routeCustomization(instance: Instance, call: Call): Answer {
  const session = authenticate(instance, call);
  const [, given = '', ...more] = call.segments;
  const name = calls.find((known) => known.toLowerCase() === given.toLowerCase());
  if (name === undefined || more.length > 0) throw resourceNotFound(instance, call.path);
  if (call.method !== 'POST') throw methodNotAllowed(call.method);
  if (!allows(session.rights, 'CustomizationApi', 'SM204505', 'write'))
    throw insufficientRights('Customization Projects', 'SM204505');
  const body: Given = new Map(
    Object.entries(readBodyObject(call, instance.assume.plainTextBody) ?? {}).map(([member, value]) => [
      member.toLowerCase(),
      value,
    ]),
  );
  return jsonAnswer(200, JSON.stringify(instance.customization[name](body, tenantOf(instance, session))));
}
