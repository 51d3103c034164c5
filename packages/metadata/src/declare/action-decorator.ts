import type { Entity } from '../entity/entity.js';
import type { InvokeOptions } from '../action/invoke-action.js';
import type { WireType } from '../wire/wire-type.js';
import type { ActionParameters, CustomParameters, ParameterTypes } from '../model/action-types.js';
import { rememberDeclaration } from './member-declarations.js';
import { registerAction } from '../model/registered-actions.js';

/**
 * A method that calls an action of the ERP and resolves when it has finished. Beside its parameters it takes the fields
 * of its dialog that are outside the contract: `order.cancel({ custom: { ReasonFilter: { Reason: 'Late' } } })`.
 */
export type ActionMethod<P extends object = ActionParameters> = (
  parameters?: P & { readonly custom?: CustomParameters },
  options?: InvokeOptions,
) => Promise<void>;

/** An action as it is declared: a decorator for `accessor` fields that hold an ActionMethod, and a value for `defineFields`. */
export interface ActionDecorator<Name extends string = string, Types extends ParameterTypes = ParameterTypes> {
  <This extends Entity, Value extends (...parameters: never[]) => Promise<void>>(
    target: ClassAccessorDecoratorTarget<This, Value>,
    context: ClassAccessorDecoratorContext<This, Value>,
  ): ClassAccessorDecoratorResult<This, Value>;
  (prototype: object, name: string | symbol, descriptor?: PropertyDescriptor): void;
  /** For the compiler: what `defineFields` makes of it. */
  readonly '~acts': { readonly name: Name; readonly types: Types };
}

/**
 * Declares an action as a method of the class:
 * `@action('SalesOrderCreateShipment', { WarehouseID: 'String' }) accessor createShipment!: ActionMethod<{ WarehouseID?: string }>;`
 */
export function action<const Name extends string, const Types extends ParameterTypes = Record<never, WireType>>(
  name: Name,
  parameters?: Types,
): ActionDecorator<Name, Types> {
  const accessor = actionAccessor(name, parameters ?? {});
  const decorate = (_target: object, where: string | symbol | object): unknown =>
    typeof where === 'object' ? accessor : { ...accessor, enumerable: false, configurable: true };
  rememberDeclaration(decorate);
  return decorate as unknown as ActionDecorator<Name, Types>;
}

/** The accessor of an action, to stand on a prototype. */
export function actionAccessor(name: string, parameters: ParameterTypes): { get: (this: Entity) => ActionMethod } {
  function get(this: Entity): ActionMethod {
    return (given = {}, options) => this.invoke(name, given, options);
  }
  registerAction(get, name, parameters);
  return { get };
}
