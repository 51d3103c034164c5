/** An ISO instant without zero milliseconds: `2024-01-01T00:00:00.000Z` is `2024-01-01T00:00:00Z`. */
export function trimmedInstant(iso: string): string {
  return iso.replace('.000Z', 'Z');
}
