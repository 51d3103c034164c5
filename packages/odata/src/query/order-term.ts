import { AcumaticaQueryError } from '@acurecord/errors';
import { optionPath } from './option-path.js';

/** Checks a term of `orderBy`, `'OrderDate'` or `'OrderDate desc'`, and writes it as the wire wants it. @throws {AcumaticaQueryError} */
export function orderTerm(term: string): string {
  const [path = '', direction = 'asc', ...rest] = term.trim().split(/\s+/);
  if (rest.length > 0 || (direction !== 'asc' && direction !== 'desc')) {
    throw new AcumaticaQueryError(
      `orderBy: ${JSON.stringify(term)} is not of the form 'OrderDate' or 'OrderDate desc'.`,
    );
  }
  return direction === 'desc' ? `${optionPath(path, 'orderBy')} desc` : optionPath(path, 'orderBy');
}
