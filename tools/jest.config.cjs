const { reporters, ...preset } = require('./build/jest-preset.cjs')(__dirname);

/** What reads the sources, and what works with the packages as people install them, in one run with one count. */
module.exports = {
  rootDir: __dirname,
  reporters,
  maxConcurrency: 2,
  projects: [
    { ...preset, displayName: 'sources', testPathIgnorePatterns: ['/node_modules/', '/test/packed/'] },
    {
      ...preset,
      displayName: 'packed',
      testMatch: ['<rootDir>/test/packed/*.test.ts'],
      globalSetup: '<rootDir>/test/packed/global-setup.cjs',
      globalTeardown: '<rootDir>/test/packed/global-teardown.cjs',
    },
  ],
};
