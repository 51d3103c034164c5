const { reporters, ...suite } = require('../../tools/build/jest-preset.cjs')(__dirname);

/** The whole suite runs twice: over cross-fetch, the default, and over Node's own fetch. */
module.exports = {
  rootDir: __dirname,
  reporters,
  projects: [
    { ...suite, displayName: 'cross-fetch' },
    { ...suite, displayName: 'built-in fetch', globals: { BUILT_IN_FETCH: true } },
  ],
};
