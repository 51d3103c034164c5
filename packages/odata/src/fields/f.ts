import { AcumaticaQueryError } from '@acurecord/errors';
import { customFieldNode } from '../nodes/custom-field-node.js';
import { describeValue } from '../values/describe-value.js';
import { wireTypes } from '../values/known-wire-type.js';
import type { KnownWireType } from '../values/known-wire-type.js';
import { fieldsAt } from './member.js';
import { Operand } from './operand.js';
import type { UntypedField, UntypedFields } from './untyped-field.js';

/** {@link F} with its one function. */
export interface FieldFactory extends UntypedFields {
  /**
   * A field that the endpoint does not map, by its type, view and field on the form:
   * `F.cf('String', 'Document', 'UsrX').eq('a')` → `cf.String(f='Document.UsrX') eq 'a'`.
   */
  cf(type: KnownWireType, view: string, field: string): UntypedField;
}

/**
 * Fields by name, without a schema: `F.Status.eq('Active')`, `F.MainContact.Address.City.eq('New York')`. Where TypeScript
 * should check the operators too, write `F('Status').eq('Active')`; where it should check the names, use an entity class.
 */
export const F: FieldFactory = new Proxy(fieldsAt({ describe: undefined, path: [], base: 0, depth: 0 }), {
  get: (fields, name) => (name === 'cf' ? customField : (Reflect.get(fields, name) as unknown)),
}) as FieldFactory;

function customField(type: KnownWireType, view: string, field: string): UntypedField {
  if (!wireTypes.includes(type)) {
    throw new AcumaticaQueryError(
      `F.cf(): ${describeValue(type)} is no type of a custom field. Use one of ${wireTypes.join(', ')}.`,
    );
  }
  const customFieldName = /^[\p{L}_][\p{L}\p{N}_@\-+#]*$/u;
  for (const name of [view, field]) {
    if (typeof name !== 'string' || !customFieldName.test(name)) {
      throw new AcumaticaQueryError(`F.cf(): ${describeValue(name)} cannot be the name of a view or a field.`);
    }
  }
  return new Operand(customFieldNode(type, view, field)) as unknown as UntypedField;
}
