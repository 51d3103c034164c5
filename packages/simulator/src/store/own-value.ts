/**
 * The value an object has of its own under a name. Names come from documents and requests; `constructor` is one like
 * any other.
 */
export function ownValue<T>(values: Readonly<Record<string, T>> | undefined, name: string): T | undefined {
  return values !== undefined && Object.hasOwn(values, name) ? values[name] : undefined;
}
