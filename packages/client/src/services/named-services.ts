/** Finds what a client offers under a name that it does not have itself. */
export const FIND_SERVICE = Symbol('acurecord.findService');

/** Asked of objects by languages and tools, never of an ERP. */
const NOT_A_SERVICE = new Set([
  'then',
  'catch',
  'finally',
  'toJSON',
  'inspect',
  'length',
  'name',
  'nodeType',
  'tagName',
  'asymmetricMatch',
  'prototype',
]);

/**
 * Parent of a class whose instances have members that are known only at run time, such as `client.customers`. What a
 * class has itself is found first; only names that nothing else has come here.
 */
export abstract class NamedServices {
  static {
    const unknownNames = new Proxy(Object.prototype, {
      get: (target, name, receiver) => {
        if (typeof name !== 'string' || name in target || !(receiver instanceof NamedServices)) {
          return Reflect.get(target, name, receiver) as unknown;
        }
        return /^[a-z]\w*$/i.test(name) && !NOT_A_SERVICE.has(name) ? receiver[FIND_SERVICE](name) : undefined;
      },
    });
    Object.setPrototypeOf(NamedServices.prototype, unknownNames);
  }

  abstract [FIND_SERVICE](name: string): unknown;
}
