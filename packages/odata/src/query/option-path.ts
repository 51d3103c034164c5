import { AcumaticaQueryError } from '@acurecord/errors';
import { isMemberName, memberPath } from '../fields/member-path.js';

/**
 * A path of `select` or `expand` written with slashes: `MainContact.Address` is `MainContact/Address`, while
 * `custom.Item` keeps its dot, as the ERP wants it.
 *
 * @throws {AcumaticaQueryError} when it is no path, so that nothing can slip into another option
 */
export function optionPath(path: string, option: string): string {
  if (/^custom\.[^./]+$/.test(path) && isMemberName(path.slice(7))) return path;
  try {
    return memberPath(path).join('/');
  } catch (cause) {
    throw new AcumaticaQueryError(`${option}: ${JSON.stringify(path)} is not a path such as MainContact/Address.`, {
      cause,
    });
  }
}

/** Every path that leads to a path, the shortest first: `A/B/C` gives `A`, `A/B`, `A/B/C`. */
export function pathSteps(path: string): string[] {
  const names = path.split('/');
  return names.map((_, index) => names.slice(0, index + 1).join('/'));
}

/** The path above, or `undefined` at the top. */
export function parentPath(path: string): string | undefined {
  const slash = path.lastIndexOf('/');
  return slash < 0 ? undefined : path.slice(0, slash);
}
