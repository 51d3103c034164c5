const { execFile } = require('node:child_process');
const { dirname, join } = require('node:path');
const { promisify } = require('node:util');
const { chromium } = require('playwright-core');
const { browserFlags } = require('./browser-flags');
const { findChromium } = require('./find-chromium');

const app = join(__dirname, '../../..');

/** Builds the pages once, and opens the one browser that all files of the suite share. */
module.exports = async () => {
  const executablePath = findChromium(process.env);
  const vite = join(dirname(require.resolve('vite/package.json', { paths: [app] })), 'bin/vite.js');
  // As a visitor gets them: jest's own NODE_ENV would make a development build of them.
  const env = { ...process.env, NODE_ENV: 'production' };
  await promisify(execFile)(process.execPath, [vite, 'build', '--logLevel', 'warn'], { cwd: app, env });
  globalThis.orderDeskBrowser = await chromium.launchServer({ executablePath, args: browserFlags });
  process.env.ORDER_DESK_BROWSER = globalThis.orderDeskBrowser.wsEndpoint();
};
