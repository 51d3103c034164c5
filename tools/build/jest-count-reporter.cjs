const { writeFileSync } = require('node:fs');
const { join } = require('node:path');

/** Leaves the counts of a run in the project's `test-results.json`, which the build cache keeps with the run. */
module.exports = class CountReporter {
  constructor(globalConfig) {
    this.file = join(globalConfig.rootDir, 'test-results.json');
  }

  onRunComplete(
    _contexts,
    { numPassedTests, numFailedTests, numPendingTests, numTodoTests, numRuntimeErrorTestSuites },
  ) {
    const counts = {
      passed: numPassedTests,
      failed: numFailedTests + numRuntimeErrorTestSuites,
      skipped: numPendingTests + numTodoTests,
      notRun: process.env.ACURECORD_NOT_RUN,
    };
    writeFileSync(this.file, `${JSON.stringify(counts)}\n`);
  }
};
