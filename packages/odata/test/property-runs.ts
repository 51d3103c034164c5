/** How often a property is tried: thoroughly in CI, quickly at a desk. */
export const propertyRuns = { numRuns: process.env['CI'] ? 20_000 : 2_000 };
