import { AcumaticaSchemaError } from '@acurecord/errors';
import { Entity } from '../entity/entity.js';
import { declareEntity, entityMetadata } from '../model/entity-metadata.js';
import type { EntityClass } from '../record/entity-class.js';
import { declarationOf } from './entity-decorator.js';
import type { EntityOptions } from './entity-decorator.js';
import type { DefinedClass } from './defined-class.js';
import type { DefinedFields, DefinedFieldsClass, MemberDeclarations } from './defined-fields.js';
import { isDeclaration } from './member-declarations.js';

/**
 * The class of an entity, without decorators: `class Customer extends defineFields('Customer', { CustomerID: field.string({
 * key: true }) }) {}`. It is the class that decorated `accessor` fields make, for every compiler and for plain JavaScript.
 *
 * Given a class in place of the name, the members are added to it, or declared anew with other options:
 * `defineFields(generated.Customer, { Email: field.string({ rules: [IsEmail()] }) })`.
 *
 * `keys` names the key fields in the order of the form; without it they are the fields with `key: true`, in the order of their
 * declaration, else those of the built-in catalogue. `numbering` is the one of `@entity`.
 *
 * @throws AcumaticaSchemaError for a member that is not made by `field` or `action`, or whose name every record has, and for
 * keys that are no members
 */
export function defineFields<
  const M extends MemberDeclarations,
  const Keys extends readonly (keyof M & string)[] | undefined = undefined,
>(
  name: string,
  members: M,
  options?: Omit<EntityOptions, 'keys'> & { readonly keys?: Keys },
): DefinedFieldsClass<M, Keys>;
export function defineFields<C extends EntityClass<Entity>, const M extends MemberDeclarations>(
  base: C,
  members: M,
): DefinedClass<InstanceType<C> & DefinedFields<M>> & Omit<C, keyof DefinedClass<Entity>>;
export function defineFields(
  target: string | EntityClass,
  members: MemberDeclarations,
  options: EntityOptions = {},
): unknown {
  const name = typeof target === 'string' ? target : nameOfBase(target);
  const Base = typeof target === 'string' ? (Entity as unknown as EntityClass) : target;
  if (name === '') throw new AcumaticaSchemaError('defineFields needs the name that the entity has in the endpoint.');
  const declared = Object.entries(members).map(([member, declare]) => checked(name, member, declare));
  const unknown = options.keys?.filter((key) => !Object.hasOwn(members, key)) ?? [];
  if (unknown.length > 0) throw refused(name, `the key ${unknown.join(', ')} is none of its members`);
  const made = { [name]: class extends Base {} }[name] as EntityClass;
  for (const [member, declare] of declared)
    Object.defineProperty(made.prototype, member, declare(made.prototype, member));
  if (typeof target === 'string') declareEntity(made, declarationOf(name, options));
  return made;
}

function nameOfBase(base: unknown): string {
  if (typeof base === 'function' && base.prototype instanceof Entity) return entityMetadata(base).name;
  throw new AcumaticaSchemaError('defineFields takes the name of an entity, or an entity class, and the members.');
}

type Declare = (prototype: object, name: string) => PropertyDescriptor;

function checked(name: string, member: string, declaration: unknown): [string, Declare] {
  if (member in Entity.prototype) {
    throw refused(
      name,
      `every record has ${JSON.stringify(member)} of its own, which raw(${JSON.stringify(member)}) passes by`,
    );
  }
  if (isDeclaration(declaration)) return [member, declaration];
  throw refused(name, `${member} is no member: write field.string(), field.link(() => …) or action('…')`);
}

function refused(name: string, reason: string): AcumaticaSchemaError {
  return new AcumaticaSchemaError(`defineFields(${JSON.stringify(name)}): ${reason}.`);
}
