import { runJest } from '../run-jest.mjs';

/** Processes that end in each way at random moments. */
export const about = 'sixty processes that end in each way at random moments, and leave no seat';

export async function run() {
  const passed = await runJest('packages/transport', ['test/process-end'], { ACURECORD_KILLS: '60' });
  return `${passed} tests of processes that end passed, with sixty ends each.`;
}
