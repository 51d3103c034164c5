import { runJest } from '../run-jest.mjs';

/** Every fault against every write, once and at every try. */
export const about = 'every fault on the way against every kind of write, once and at every try: nothing is done twice';

export const limitMinutes = 120;

export async function run() {
  const args = ['--testPathPatterns', 'test/faults\\.test', '--selectProjects', 'sources'];
  const passed = await runJest('tools', args, { ACURECORD_FAULTS: 'all' });
  return `${passed} faults against every write, once and at every try.`;
}
