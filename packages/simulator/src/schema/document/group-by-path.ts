import type { JsonSchema } from './describe-schemas.js';
import type { Operation } from './operation.js';

/** The `paths` of a document: operations of one path together, paths in the order of their first operation. */
export function groupByPath(operations: readonly Operation[], write: (operation: Operation) => JsonSchema): JsonSchema {
  const paths = new Map<string, JsonSchema>();
  for (const operation of operations)
    paths.set(operation.path, { ...paths.get(operation.path), [operation.verb]: write(operation) });
  return Object.fromEntries(paths);
}
