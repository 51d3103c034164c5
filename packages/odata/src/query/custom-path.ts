import { AcumaticaQueryError } from '@acurecord/errors';

/**
 * Checks an entry of `custom`: `View.Field`, or `Details/View.Field` for the rows of a detail.
 *
 * @throws {AcumaticaQueryError} when it has another form
 */
export function customPath(path: string): string {
  const shape = /^(?:[\p{L}_][\p{L}\p{N}_]*\/)*[\p{L}_][\p{L}\p{N}_]*\.[\p{L}_][\p{L}\p{N}_@\-+#]*$/u;
  if (typeof path === 'string' && shape.test(path)) return path;
  throw new AcumaticaQueryError(
    `custom: ${JSON.stringify(path)} is not of the form View.Field or Details/View.Field, such as Document.UsrX.`,
  );
}
