import { runJest } from '../run-jest.mjs';

/** Every document with every compiler, strictness, module kind and style. */
export const about = 'generated classes of every document with every compiler, strictness and style';

export const limitMinutes = 120;

export async function run() {
  const env = { ACURECORD_ALL_TOOLCHAINS: '1' };
  const sources = await runJest('packages/generator', ['test/compiles.test.ts'], env);
  const packed = await runJest('tools', ['--selectProjects', 'packed', 'test/packed/generated-classes.test.ts'], env);
  return `${sources} combinations compile from the sources, ${packed} with packed packages.`;
}
