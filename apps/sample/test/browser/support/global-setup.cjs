const { execFile } = require('node:child_process');
const { dirname, join } = require('node:path');
const { promisify } = require('node:util');
const { chromium } = require('playwright-core');
const { browserFlags } = require('./browser-flags');
const { findBrowser } = require('./find-browser.cjs');

const app = join(__dirname, '../../..');

/** Builds the pages once, and opens the one browser that all files of the suite share. */
module.exports = async () => {
  const found = await findBrowser({ ...process.env });
  if (found === undefined) {
    process.env.ACURECORD_NOT_RUN =
      'the browser tests of the sales desk: install Chromium, or name one in CHROMIUM_PATH';
    return;
  }
  const vite = join(dirname(require.resolve('vite/package.json', { paths: [app] })), 'bin/vite.js');
  // As a visitor gets them: jest's own NODE_ENV would make a development build of them.
  const env = { ...process.env, NODE_ENV: 'production' };
  await promisify(execFile)(process.execPath, [vite, 'build', '--logLevel', 'warn'], { cwd: app, env });
  globalThis.orderDeskBrowser = await chromium.launchServer({ ...found, args: browserFlags });
  process.env.ORDER_DESK_BROWSER = globalThis.orderDeskBrowser.wsEndpoint();
};
