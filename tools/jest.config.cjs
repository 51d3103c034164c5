const preset = require('./build/jest-preset.cjs')(__dirname);

module.exports = { ...preset, maxConcurrency: 2 };
