const declarations = new WeakSet<object>();

/** Remembers that a decorator declares a member or an action, so that `defineFields` takes it and no other one. */
export function rememberDeclaration(decorator: object): void {
  declarations.add(decorator);
}

/** Whether a value is what `field.…` or `action` made. */
export function isDeclaration(value: unknown): value is (prototype: object, name: string) => PropertyDescriptor {
  return typeof value === 'function' && declarations.has(value);
}
