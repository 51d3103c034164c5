import { AcumaticaQueryError } from '@acurecord/errors';

/**
 * The only way to put names and key values into a path: `encodePath(['entity', 'Default', '24.200.001', 'Customer', 'A B'])`
 * is `/entity/Default/24.200.001/Customer/A%20B`.
 *
 * @throws AcumaticaQueryError for what a path cannot say: an empty segment, `.` and `..`, a slash or backslash (the
 * ERP would read it as the next key; look such a record up by id or by a filter)
 */
export function encodePath(segments: readonly (string | number)[]): string {
  return segments.map((segment) => `/${encodeSegment(String(segment))}`).join('');
}

function encodeSegment(segment: string): string {
  if (segment === '' || segment === '.' || segment === '..' || /[/\\]/.test(segment)) throw unspeakable(segment);
  try {
    return encodeURIComponent(segment);
  } catch {
    throw unspeakable(segment);
  }
}

function unspeakable(segment: string): AcumaticaQueryError {
  return new AcumaticaQueryError(`${JSON.stringify(segment)} cannot stand in the path of a request.`, {
    suggestions: ['Look a record of such a key up by its id or by a filter; give a file another name.'],
  });
}
