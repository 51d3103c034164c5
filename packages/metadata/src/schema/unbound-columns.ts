import type { ColumnSchema } from './odata-schema.js';
import type { RowType } from './row-type-reader.js';
import { childrenNamed, descendants } from './scan-xml.js';
import type { XmlElement } from './scan-xml.js';
import { nameTable } from './schema-place.js';

/**
 * Marks the columns that an entity set names in `Cap.FilterRestrictions`: the ERP refuses them in `$filter` and `$select`.
 * Sets of one type are aliases of each other and share one answer.
 */
export class UnboundColumns {
  readonly #byType = new Map<string, RowType>();

  /** The row type of a set with its marks. */
  marked(set: XmlElement, typeName: string, row: RowType): RowType {
    const known = this.#byType.get(typeName);
    if (known !== undefined) return known;
    const names = restrictedNames(set).filter((name) => Object.hasOwn(row.members, name));
    const marked = names.length === 0 ? row : { ...row, members: withMarks(row.members, names) };
    this.#byType.set(typeName, marked);
    return marked;
  }
}

function restrictedNames(set: XmlElement): string[] {
  return childrenNamed(set, 'Annotation')
    .filter(({ attributes }) => /(^|\.)FilterRestrictions$/.test(attributes.get('Term') ?? ''))
    .flatMap((annotation) => descendants(annotation, 'PropertyValue'))
    .filter(({ attributes }) => attributes.get('Property') === 'NonFilterableProperties')
    .flatMap((value) => descendants(value, 'PropertyPath'))
    .flatMap(({ text }) => text ?? []);
}

function withMarks(
  members: Readonly<Record<string, ColumnSchema>>,
  names: readonly string[],
): Readonly<Record<string, ColumnSchema>> {
  const marked = Object.assign(nameTable<ColumnSchema>(), members);
  for (const name of names) marked[name] = { ...(members[name] as ColumnSchema), unbound: true };
  return marked;
}
