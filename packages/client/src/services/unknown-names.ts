/** Asked of objects by languages and tools, never of an ERP. */
const ASKED_BY_TOOLS = new Set([
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
 * Lets instances have members that are known only at run time, such as `client.customers`. What a class or its parents
 * have is found first; `find` is asked for names that nothing else has.
 */
export function answerUnknownNames(prototype: object, find: (instance: object, name: string) => unknown): void {
  const unknownNames = new Proxy(Object.prototype, {
    get: (target, name, receiver: object) => {
      const isOurs = typeof name === 'string' && !(name in target) && receiver !== prototype;
      if (!isOurs || !/^[a-z]\w*$/i.test(name) || ASKED_BY_TOOLS.has(name)) {
        return Reflect.get(target, name, receiver) as unknown;
      }
      return find(receiver, name);
    },
  });
  Object.setPrototypeOf(prototype, unknownNames);
}
