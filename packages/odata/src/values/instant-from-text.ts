const shape = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3}0{0,4})?)?(?:Z|[+-]\d{2}:\d{2})$/;

/**
 * An ISO instant with its zone, brought to UTC: `2024-01-01T00:00:00+04:00` is `2023-12-31T20:00:00.000Z`.
 * `undefined` when the text has no zone, has another form or names a day or time that does not exist.
 */
export function instantFromText(text: string): string | undefined {
  if (!shape.test(text)) return undefined;
  const [year, month, day] = text.slice(0, 10).split('-').map(Number) as [number, number, number];
  const time = Date.parse(text);
  const dayExists = new Date(Date.UTC(year, month - 1, day)).getUTCDate() === day;
  if (Number.isNaN(time) || !dayExists) return undefined;
  const iso = new Date(time).toISOString();
  return iso.length === 24 ? iso : undefined;
}
