const { readFileSync } = require('node:fs');
const { join } = require('node:path');

const root = join(__dirname, '../..');
const { paths } = JSON.parse(readFileSync(join(root, 'tsconfig.base.json'), 'utf8')).compilerOptions;

const escaped = (name) => name.replaceAll(/[/.]/g, '\\$&');
const sources = Object.entries(paths).map(([name, [file]]) => [`^${escaped(name)}$`, join(root, file)]);

const swc = [
  '@swc/jest',
  {
    swcrc: false,
    sourceMaps: 'inline',
    jsc: {
      target: 'es2022',
      parser: { syntax: 'typescript', decorators: true },
      transform: { decoratorVersion: '2022-03' },
    },
    module: { type: 'commonjs', ignoreDynamic: false },
  },
];

/**
 * The one jest set-up of every project: sibling packages are read from their sources, as tsconfig.base.json says.
 * Files called `*.legacy.ts` or `*.legacy.*.ts` are compiled with TypeScript's experimental decorators, all others with standard ones.
 */
module.exports = (projectFolder) => ({
  rootDir: projectFolder,
  testEnvironment: 'node',
  setupFiles: [join(root, 'tools/build/jest-plain-output.cjs')],
  setupFilesAfterEnv: [join(root, 'tools/build/jest-time-limit.cjs')],
  testMatch: ['<rootDir>/test/**/*.test.ts'],
  moduleNameMapper: { ...Object.fromEntries(sources), '^(\\.{1,2}/.*)\\.js$': '$1' },
  transform: { '\\.legacy\\.(.*\\.)?ts$': join(__dirname, 'jest-legacy-transform.cjs'), '\\.ts$': swc },
  reporters: ['default', join(root, 'tools/build/jest-count-reporter.cjs')],
});
