import { AcumaticaQueryError } from '@acurecord/errors';

/** Deeper trees than this are refused, rather than letting the stack overflow somewhere in the middle. */
export const maxNesting = 500;

/** The error for a tree that is too deep to walk through. */
export function nestingError(): AcumaticaQueryError {
  return new AcumaticaQueryError(`The condition is nested more than ${maxNesting} levels deep.`, {
    suggestions: ['Use allOf([…]) and anyOf([…]), which put any number of conditions side by side.'],
  });
}
