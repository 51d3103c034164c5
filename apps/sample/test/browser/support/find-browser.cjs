const { findChromium } = require('./find-chromium');

/**
 * The browser to drive: one that is installed, else, on Linux, the one that a package brings with the libraries it needs.
 * Undefined where there is neither: the suite is then told of as "not run". @throws Error with how to get one where
 * CHROMIUM_PATH names nothing, and in CI
 */
async function findBrowser(environment, installed = findChromium, bring = bringBrowser) {
  try {
    return { executablePath: installed(environment), env: environment };
  } catch (missing) {
    if (environment.CHROMIUM_PATH) throw missing;
    const brought = await bring(environment);
    if (brought === undefined && environment.CI) throw missing;
    return brought;
  }
}

async function bringBrowser(environment) {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  // It unpacks its libraries, which a bare machine has not, only where it believes to be in the cloud.
  process.env.AWS_LAMBDA_JS_RUNTIME ??= 'nodejs20.x';
  const brought = await import('@sparticuz/chromium').catch(() => undefined);
  if (brought === undefined) return undefined;
  const executablePath = await brought.default.executablePath();
  return { executablePath, env: { ...environment, LD_LIBRARY_PATH: process.env.LD_LIBRARY_PATH } };
}

module.exports = { findBrowser };
