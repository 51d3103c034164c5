import { AcumaticaQueryError } from '@acurecord/errors';

/** Whether a text can be the name of a member: a letter or underscore, then letters, digits and underscores. */
export function isMemberName(name: string): boolean {
  return /^[A-Za-z_]\w*$/.test(name) || /^[\p{L}_][\p{L}\p{N}_]*$/u.test(name);
}

/**
 * The names of a path written with slashes or dots: `'MainContact/Email'`, `'MainContact.Email'`.
 *
 * @throws {AcumaticaQueryError} when a part is no name, so that nothing else can slip into a query through it
 */
export function memberPath(path: string): string[] {
  const names = typeof path === 'string' ? path.split(/[/.]/) : [];
  if (names.length > 0 && names.every(isMemberName)) return names;
  throw new AcumaticaQueryError(
    `${JSON.stringify(path)} is not a field or a path of fields such as MainContact/Address/City.`,
  );
}
