/** The values at these paths, `MainContact/Email` and custom fields (`Document.UsrPriority`) included. */
export function pickColumns(record: object, columns: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(columns.map((column) => [column, valueAt(record, column)]));
}

function valueAt(record: object, column: string): unknown {
  const own = along(record, column.split('/'));
  if (own !== undefined || !column.includes('.')) return own;
  return along(record, ['custom', ...column.split('.')]);
}

function along(record: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>((value, name) => {
    if (typeof value !== 'object' || value === null) return undefined;
    if (Array.isArray(value)) return value.map((row) => along(row, [name]));
    return Object.hasOwn(value, name) ? (value as Record<string, unknown>)[name] : undefined;
  }, record);
}
