/** Asked of objects by languages and tools, never of an ERP. */
const ASKED_BY_TOOLS = new Set([
  ...['then', 'catch', 'finally', 'toJSON', 'inspect', 'length', 'size', 'name', 'prototype'],
  ...['nodeType', 'tagName', 'asymmetricMatch', 'toAsymmetricMatcher', 'isReactComponent'],
]);

/** Whether a name that an object does not have may be meant for the ERP: neither a symbol nor asked by languages and tools. */
export function isMeantForErp(name: string | symbol): name is string {
  return (
    typeof name === 'string' && /^[a-z]\w*$/i.test(name) && !(name in Object.prototype) && !ASKED_BY_TOOLS.has(name)
  );
}

/**
 * Lets instances have members that are known only at run time, such as `client.customers`. What a class or its parents
 * have is found first; `find` is asked for names that nothing else has.
 */
export function answerUnknownNames(prototype: object, find: (instance: object, name: string) => unknown): void {
  const unknownNames = new Proxy(Object.prototype, {
    get: (target, name, receiver: object) =>
      isMeantForErp(name) && receiver !== prototype
        ? find(receiver, name)
        : (Reflect.get(target, name, receiver) as unknown),
  });
  Object.setPrototypeOf(prototype, unknownNames);
}
