const SERVER_NAMES: ReadonlySet<string> = new Set(['$adhocschema', '$metadata', '$count', '$batch', 'files', 'status']);

/**
 * Whether the server may take a segment behind the name of an entity for an address of its own: `$adHocSchema` and the
 * system resources of OData, `files`, and `status` of an operation.
 */
export function isServerName(segment: string): boolean {
  return SERVER_NAMES.has(segment.toLowerCase());
}
