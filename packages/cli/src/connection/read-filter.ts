import { odataV4Dialect, parseFilter } from 'acurecord';

type Condition = ReturnType<typeof parseFilter>;

/**
 * A condition as people type it: `contains(Name,'tea')` or `substringof('tea',Name)`. It is sent in whichever words the
 * server knows.
 *
 * @throws AcumaticaQueryError that says where it cannot be read
 */
export function readFilter(text: string): Condition {
  try {
    return parseFilter(text, odataV4Dialect);
  } catch (error) {
    try {
      return parseFilter(text);
    } catch {
      throw error;
    }
  }
}
