/** How often a property is tried: thoroughly in CI, quickly at a desk. */
export const propertyRuns = { numRuns: process.env['CI'] ? 20_000 : 2_000 };

/** For a property that is tried in several variants. */
export const variantRuns = { numRuns: propertyRuns.numRuns / 4 };

/** As `expect(actual).toBe(expected)`, which is too slow to be called in every run: it is called to fail only. */
export function expectSame(actual: string, expected: string): void {
  if (actual !== expected) expect(actual).toBe(expected);
}
