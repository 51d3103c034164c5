const { reporters, ...preset } = require('../../tools/build/jest-preset.cjs')(__dirname);

/** The server's tests, and those that drive a browser, in one run with one count. */
module.exports = {
  rootDir: __dirname,
  reporters,
  projects: [
    { ...preset, displayName: 'server', testPathIgnorePatterns: ['/node_modules/', '/test/browser/'] },
    {
      ...preset,
      displayName: 'browser',
      testMatch: ['<rootDir>/test/browser/*.test.ts'],
      globalSetup: '<rootDir>/test/browser/support/global-setup.cjs',
      globalTeardown: '<rootDir>/test/browser/support/global-teardown.cjs',
      setupFilesAfterEnv: ['<rootDir>/test/browser/support/allow-time.ts'],
    },
  ],
};
