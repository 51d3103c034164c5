import { sessionOf } from '../identity/session-of-cookies.js';
import type { Instance } from '../instance.js';
import type { Answer } from './answer.js';
import { htmlDocument } from './answer.js';
import type { Call } from './call.js';

const escaped = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => `&#${character.codePointAt(0) ?? 0};`);

/**
 * The pages for people that callers of the API meet: the sign-in page, which alone tells the tenant that a session is
 * in, and the error pages that redirects lead to, which are a success (200, HTML) to whoever follows them.
 */
export function sitePage(instance: Instance, call: Call): Answer | undefined {
  const path = call.segments.join('/').toLowerCase();
  if (path === 'frames/login.aspx') {
    const tenant = sessionOf(instance, call)?.tenant;
    const field = `<input type="hidden" name="txtSingleCompany" id="txtSingleCompany" value="${escaped(tenant ?? '')}" />`;
    return htmlDocument('Sign In', tenant === undefined ? '' : field);
  }
  if (path === 'frames/error.aspx') return htmlDocument('Error', escaped(call.query.get('message') ?? ''));
  return path === 'ui/error' ? htmlDocument('Error', 'An error has occurred.') : undefined;
}
