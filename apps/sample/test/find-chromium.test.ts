import { findChromium } from './browser/support/find-chromium.js';

const howTo = /sudo apt-get install chromium[\s\S]*CHROMIUM_PATH=/;

it('says how to get a browser where there is none', () => {
  expect(() => findChromium({ PATH: __dirname }, [])).toThrow(howTo);
});

it('says so too where CHROMIUM_PATH names nothing', () => {
  expect(() => findChromium({ CHROMIUM_PATH: '/nowhere/chromium' })).toThrow(howTo);
  expect(() => findChromium({ CHROMIUM_PATH: '/nowhere/chromium' })).toThrow('/nowhere/chromium');
});

it('takes the one that CHROMIUM_PATH names', () => {
  expect(findChromium({ CHROMIUM_PATH: process.execPath })).toBe(process.execPath);
});
