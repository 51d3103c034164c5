/**
 * Whether a value carries a brand, a registered symbol on its class. Unlike `instanceof` it also knows instances of
 * another installed copy of this package, such as the CommonJS one beside the ESM one.
 */
export function hasBrand(value: unknown, brand: symbol): boolean {
  return typeof value === 'object' && value !== null && brand in value;
}
