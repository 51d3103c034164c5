import {
  AcumaticaAuthError,
  AcumaticaBusinessRuleError,
  AcumaticaCannotOptimizeError,
  AcumaticaNotFoundError,
  AcumaticaServerError,
} from '@acurecord/errors';
import type { AcumaticaError } from '@acurecord/errors';
import type { Answer } from './answer.js';
import { exceptionTypeOf } from './fault.js';
import { validationError } from './validation-error.js';

type Rule = (answer: Answer) => AcumaticaError | undefined;

/** By the last part of the .NET type: what the ERP means by an exception. */
const RULES: ReadonlyMap<string, Rule> = new Map<string, Rule>([
  ['NoEntitySatisfiesTheConditionException', notFound],
  ['CannotOptimizeException', cannotOptimize],
  ['OutcomeEntityHasErrorsException', validationError],
  ['PXUndefinedCompanyException', unknownTenant],
  ['PXSetupNotEnteredException', (answer) => serverError(answer, 'Someone has to fill in that form in the ERP first.')],
  [
    'KeyNotFoundException',
    (answer) =>
      serverError(
        answer,
        'A field in the query is probably not part of the entity; check its names in where and select.',
      ),
  ],
]);

/** Reads the exception in a body; undefined where the status alone decides. */
export function errorFromException(answer: Answer): AcumaticaError | undefined {
  const { exceptionTypes } = answer.fault;
  if (answer.status === 401 || answer.status === 403) return undefined;
  // What passes at the token endpoint is no refusal, whatever its body says.
  if (answer.isTokenRequest && (answer.status >= 500 || answer.status === 429 || answer.status === 408))
    return undefined;
  for (const type of exceptionTypes) {
    const error = RULES.get(type.slice(type.lastIndexOf('.') + 1))?.(answer);
    if (error) return error;
  }
  if (answer.isSignIn && answer.status >= 400) return refusedSignIn(answer);
  const refused =
    answer.status === 500 && answer.asked.method !== 'GET' && exceptionTypes.some((type) => /^PX\.\w+\.PX/.test(type));
  return refused ? new AcumaticaBusinessRuleError(answer.say(), answer.facts) : undefined;
}

function notFound({ asked, facts, say }: Answer): AcumaticaError {
  const subject = facts.entity ? `${facts.entity}${facts.entityId ? ` ${facts.entityId}` : ''}` : 'The record';
  return new AcumaticaNotFoundError(say(`${subject} is not there; check its key.`), {
    ...facts,
    operation: facts.operation ?? asked.method,
  });
}

function cannotOptimize({ fault, body, facts, say }: Answer): AcumaticaError {
  const raw = (body as { exceptionMessage?: unknown }).exceptionMessage;
  const lines = (typeof raw === 'string' ? raw : fault.text).split(/\r?\n|cause the error:/).slice(1);
  const fields = lines.flatMap((line) => /^\s*([\w./]+):/.exec(line)?.[1] ?? []);
  return new AcumaticaCannotOptimizeError(say('Select other fields, or read the records one by one.'), {
    ...facts,
    fields,
  });
}

function unknownTenant({ facts, say }: Answer): AcumaticaError {
  return new AcumaticaAuthError(say('Check the tenant: its login name as the sign-in form shows it.'), facts);
}

function serverError({ facts, fault, say }: Answer, advice: string): AcumaticaError {
  return new AcumaticaServerError(say(advice), { ...facts, ...exceptionTypeOf(fault) });
}

/** The ERP refuses credentials with a 500; the same status without one of its exceptions is a server in trouble. */
function refusedSignIn({ fault, facts, say }: Answer): AcumaticaError | undefined {
  const told = /invalid credentials|locked|change your password|not allowed|disabled|sign in/i.test(fault.text);
  if (!told && !fault.exceptionTypes.some((type) => type.startsWith('PX.')) && !fault.oauthError) return undefined;
  const suggestions = ['Correct the credentials before you try again: the ERP locks accounts after several failures.'];
  return new AcumaticaAuthError(say(), { ...facts, ...accountCode(fault.text), suggestions });
}

/** What is wrong with the account, where it is the account: such a sign-in is not tried again, since the ERP locks accounts. */
function accountCode(text: string): { readonly code?: string } {
  if (/locked/i.test(text)) return { code: 'ACCOUNT_LOCKED' };
  if (/change your password/i.test(text)) return { code: 'PASSWORD_CHANGE_REQUIRED' };
  return /invalid credentials/i.test(text) ? { code: 'INVALID_CREDENTIALS' } : {};
}
