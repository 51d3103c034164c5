import type { Entity } from '../entity/entity.js';
import type { InvokeOptions } from '../action/invoke-action.js';
import type { ActionParameters, CustomParameters, ParameterTypes } from '../model/action-types.js';
import { registerAction } from '../model/registered-actions.js';

/**
 * A method that calls an action of the ERP and resolves when it has finished. Beside its parameters it takes the fields
 * of its dialog that are outside the contract: `order.cancel({ custom: { ReasonFilter: { Reason: 'Late' } } })`.
 */
export type ActionMethod<P extends object = ActionParameters> = (
  parameters?: P & { readonly custom?: CustomParameters },
  options?: InvokeOptions,
) => Promise<void>;

/** A decorator for `accessor` fields that hold an ActionMethod, in both modes of decorators. */
export interface ActionDecorator {
  <This extends Entity, Value extends (...parameters: never[]) => Promise<void>>(
    target: ClassAccessorDecoratorTarget<This, Value>,
    context: ClassAccessorDecoratorContext<This, Value>,
  ): ClassAccessorDecoratorResult<This, Value>;
  (prototype: object, name: string | symbol, descriptor?: PropertyDescriptor): void;
}

/**
 * Declares an action as a method of the class:
 * `@action('SalesOrderCreateShipment', { WarehouseID: 'String' }) accessor createShipment!: ActionMethod<{ WarehouseID?: string }>;`
 */
export function action(name: string, parameters: ParameterTypes = {}): ActionDecorator {
  const accessor = actionAccessor(name, parameters);
  const decorate = (_target: object, where: string | symbol | object): unknown =>
    typeof where === 'object' ? accessor : { ...accessor, enumerable: false, configurable: true };
  return decorate as ActionDecorator;
}

/** The accessor of an action, to stand on a prototype. */
export function actionAccessor(name: string, parameters: ParameterTypes): { get: (this: Entity) => ActionMethod } {
  function get(this: Entity): ActionMethod {
    return (given = {}, options) => this.invoke(name, given, options);
  }
  registerAction(get, name, parameters);
  return { get };
}
