import { AcumaticaQueryError, didYouMean, nearestNames } from '@acurecord/errors';
import { wireTypes } from '@acurecord/odata';
import type { MemberDescription } from '@acurecord/odata';
import type { InquirySchema } from '../schema/odata-schema.js';

/** The schema of the rows of a type, where it is known. */
export type RowsOfType = (type: string) => InquirySchema | undefined;

/**
 * What is known of a column, or of one of a row that a row leads to.
 *
 * @throws AcumaticaQueryError for a name that the rows do not have, and for a field that is not in the database
 */
export function describeColumn(
  inquiry: InquirySchema,
  path: readonly string[],
  rowsOf: RowsOfType,
): MemberDescription | undefined {
  const [name = '', ...deeper] = path;
  const way = own(inquiry.navigation, name);
  if (way !== undefined) {
    const target = rowsOf(way.type);
    if (deeper.length > 0) return target && describeColumn(target, deeper, rowsOf);
    // A way to one row can be compared with null, which nothing else that is a link can.
    return way.collection ? { type: 'Details' } : undefined;
  }
  const column = own(inquiry.members, name);
  if (column === undefined) throw unknownColumn(inquiry, name);
  if (column.unbound === true) {
    throw new AcumaticaQueryError(
      `${inquiry.name}: ${name} is not in the database, and the server refuses it in conditions and selections.`,
      { suggestions: ['Read the rows without select(), or compute it from other columns.'] },
    );
  }
  const type = wireTypes.find((known) => known === column.type);
  if (type === undefined || deeper.length > 0) return undefined;
  return column.zoneless ? { type, zoneless: true } : { type };
}

function unknownColumn({ name: set, members, navigation = {} }: InquirySchema, name: string): AcumaticaQueryError {
  const near = nearestNames(name, [...Object.keys(members), ...Object.keys(navigation)]);
  return new AcumaticaQueryError(`${set} has no column "${name}".${didYouMean(near)}`, { suggestions: near });
}

/** Checks a path to rows: `SOLineCollection/InventoryItemByInventoryID`. @throws AcumaticaQueryError */
export function checkWay(inquiry: InquirySchema, path: readonly string[], rowsOf: RowsOfType): void {
  const [name, ...deeper] = path;
  if (name === undefined) return;
  const way = own(inquiry.navigation, name);
  if (way === undefined) {
    if (own(inquiry.members, name) === undefined) throw unknownColumn(inquiry, name);
    throw new AcumaticaQueryError(`"${name}" is a column of ${inquiry.name}, which is read without expand().`);
  }
  const target = rowsOf(way.type);
  if (target !== undefined) checkWay(target, deeper, rowsOf);
}

function own<T>(record: Readonly<Record<string, T>> | undefined, name: string): T | undefined {
  return record !== undefined && Object.hasOwn(record, name) ? record[name] : undefined;
}
