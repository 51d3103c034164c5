const BRAND: unique symbol = Symbol.for('acurecord.error') as never;

interface ErrorClass {
  readonly prototype: object;
}

/** Names a class of the tree on its prototype, so that another copy of this package recognises its instances. */
export function brandError(errorClass: ErrorClass, name: string): void {
  for (const key of [BRAND, 'name']) {
    Object.defineProperty(errorClass.prototype, key, { value: name, configurable: true, writable: true });
  }
}

/** Whether `value` is an instance of `errorClass` or a child of it, from this copy of the package or any other. */
export function hasErrorBrand(value: unknown, errorClass: ErrorClass): boolean {
  const brand = ownBrand(errorClass.prototype);
  if (brand === undefined)
    return typeof value === 'object' && value !== null && errorClass.prototype.isPrototypeOf(value);
  for (let link: unknown = value; typeof link === 'object' && link !== null; link = Object.getPrototypeOf(link)) {
    if (ownBrand(link) === brand) return true;
  }
  return false;
}

function ownBrand(object: object): unknown {
  return Object.getOwnPropertyDescriptor(object, BRAND)?.value;
}
