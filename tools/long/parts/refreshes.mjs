import { runJest } from '../run-jest.mjs';

/** Processes that refresh the tokens of one store at the same moment. */
export const about = 'two and eight processes that refresh from one file store at the same moment, 200 rounds';

export async function run() {
  const passed = await runJest('packages/transport', ['test/shared-tokens.test.ts'], { ACURECORD_ROUNDS: '200' });
  return `${passed} tests of shared tokens passed, with 200 rounds.`;
}
