import type { DescribeMember } from './describe-member.js';
import type { Fields, FieldsDialect } from './fields.js';
import { fieldsAt } from './member.js';

/**
 * The fields of a record as objects to build conditions from: `createFields<Customer>().Status.eq('Active')`.
 *
 * @param describe tells the type of a member where a schema is known, and throws for an unknown one; without it every
 * member offers everything
 */
export function createFields<T, D extends FieldsDialect = 'contract'>(describe?: DescribeMember): Fields<T, D> {
  return fieldsAt({ describe, path: [], base: 0, depth: 0 }) as unknown as Fields<T, D>;
}
