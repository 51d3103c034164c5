import { cannotOptimizeType } from '../filter/filter-error.js';
import type { Instance } from '../instance.js';
import type { Answer } from './answer.js';
import { htmlPage, jsonAnswer } from './answer.js';
import { RequestFault } from './request-fault.js';

const signIn = [
  'PX.Api.Services.LoginService.Login(String login, String password, String company, String branch, String locale, String prefix)',
  'PX.Api.ContractBased.WebApi.Controllers.AuthController.Login(Credentials credentials)',
];
const records = [
  'PX.Api.ContractBased.WebApi.Controllers.ContractBasedController.Execute(String endpoint, String version)',
];

/** The parts of the ERP that an error came through, for the stack it shows. */
const stacks = {
  signIn: ['PX.Data.PXLogin.PX.Data.IPXLogin.LoginUser(String& userName, String password)', ...signIn],
  seats: ['PX.LicensePolicy.PXLicensePolicy.CheckApiUsersLimits(String login)', ...signIn],
  lists: ['PX.Api.ContractBased.OptimizedExport.NotWorkingOptimizedExportProvider.get_CanOptimize()', ...records],
  records: ['PX.Data.PXGraph.Execute()', ...records],
};

/** Where in the ERP an error was raised. */
export type ErrorOrigin = keyof typeof stacks;

/** An HttpError as the ERP's web layer writes it: status 500 and "An error has occurred." whatever happened. */
export function serverError(
  exceptionType: string,
  exceptionMessage: string,
  {
    status = 500,
    origin = exceptionType === cannotOptimizeType ? 'lists' : 'records',
  }: { readonly status?: number; readonly origin?: ErrorOrigin } = {},
): Answer {
  const stack = [...stacks[origin], 'System.Web.Http.Dispatcher.HttpControllerDispatcher.<SendAsync>d__15.MoveNext()'];
  const stackTrace = stack.map((frame) => `   at ${frame}`).join('\r\n');
  const body = { message: 'An error has occurred.', exceptionMessage, exceptionType, stackTrace };
  return jsonAnswer(status, JSON.stringify(body));
}

/** 500: the record asked for by key or id does not exist. */
export function noEntity(): RequestFault {
  return new RequestFault(
    serverError('PX.Api.ContractBased.NoEntitySatisfiesTheConditionException', 'No entity satisfies the condition.'),
  );
}

/** 500: a name in `$select` or `$expand` that the entity does not have. */
export function unknownName(): RequestFault {
  return new RequestFault(
    serverError('System.Collections.Generic.KeyNotFoundException', 'The given key was not present in the dictionary.'),
  );
}

/** 500: a mistake in the request that the ERP reports as its own. */
export function businessError(message: string, type = 'PX.Data.PXException', origin?: ErrorOrigin): RequestFault {
  return new RequestFault(serverError(type, message, origin === undefined ? {} : { origin }));
}

/** 400: the body is missing or is not what the action of the server takes. */
export function invalidRequest(member: string, message: string): RequestFault {
  const body = { message: 'The request is invalid.', modelState: { [member]: [message] } };
  return new RequestFault(jsonAnswer(400, JSON.stringify(body)));
}

/** 415: the body is of a kind that nothing on the server reads. */
export function unsupportedMediaType(type: string): RequestFault {
  const body = {
    message: `The request entity's media type '${type}' is not supported for this resource.`,
    exceptionMessage: `No MediaTypeFormatter is available to read an object of type 'Entity' from content with media type '${type}'.`,
    exceptionType: 'System.Net.Http.UnsupportedMediaTypeException',
  };
  return new RequestFault(jsonAnswer(415, JSON.stringify(body)));
}

/** 403: the user has no rights to the form. */
export function insufficientRights(title: string, screenId: string): RequestFault {
  const message = `You have insufficient rights to access the ${title} (${screenId}) form.`;
  return new RequestFault(jsonAnswer(403, JSON.stringify({ message })));
}

/** 404 with a message. */
export function notFound(message: string): RequestFault {
  return new RequestFault(jsonAnswer(404, JSON.stringify({ message })));
}

/** 404 of the web layer for an unknown endpoint, entity or action, in the form it is assumed to have. */
export function resourceNotFound({ assume }: Instance, path: string): RequestFault {
  if (assume.notFoundBody === 'empty') return new RequestFault({ status: 404, headers: {}, body: '' });
  if (assume.notFoundBody === 'html') return new RequestFault(pageNotFound());
  return notFound(`No HTTP resource was found that matches the request URI '${path}'.`);
}

/** 405: the path exists, the verb does not. */
export function methodNotAllowed(method: string, status = 405): RequestFault {
  const message = `The requested resource does not support http method '${method}'.`;
  return new RequestFault(jsonAnswer(status, JSON.stringify({ message })));
}

/** 412: `If-Match: *` found nothing, or `If-None-Match: *` found something. */
export function preconditionFailed(message: string): RequestFault {
  return new RequestFault(serverError('PX.Api.ContractBased.PreconditionFailedException', message, { status: 412 }));
}

/** The page in front of the site for paths that are not the site's. */
export function pageNotFound(): Answer {
  return htmlPage(404, 'Not Found', 'The requested resource is not found.');
}

/** 404 of PATCH: there is no record to change. */
export function recordMissing(): RequestFault {
  const message = 'The specified record cannot be found in the system.';
  return new RequestFault(
    serverError('PX.Api.ContractBased.NoEntitySatisfiesTheConditionException', message, { status: 404 }),
  );
}

/** The same error of a form with its cause inside, and nothing of it outside. */
export function withInnerCause(answer: Answer): Answer {
  if (typeof answer.body !== 'string' || !answer.body.startsWith('{"message":"An error has occurred."')) return answer;
  const innerException = JSON.parse(answer.body) as Readonly<Record<string, string>>;
  if (innerException['exceptionType']?.startsWith('PX.Data.') !== true) return answer;
  const outer = { ...innerException, exceptionMessage: 'Operation failed', innerException };
  return { ...answer, body: JSON.stringify(outer) };
}
