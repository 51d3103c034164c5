// Whole requests over a socket: on a busy machine the first one of a file takes its time.
module.exports = { ...require('../../tools/build/jest-preset.cjs')(__dirname), testTimeout: 30_000 };
