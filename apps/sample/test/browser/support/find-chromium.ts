import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'microsoft-edge'];
const usualPlaces = [
  '/usr/bin',
  '/usr/local/bin',
  '/snap/bin',
  '/Applications/Google Chrome.app/Contents/MacOS',
  '/Applications/Chromium.app/Contents/MacOS',
  'C:/Program Files/Google/Chrome/Application',
  'C:/Program Files (x86)/Microsoft/Edge/Application',
];

/** How to get a browser where there is none. */
const advice = `The browser tests drive Chromium or Chrome, and none was found.
  Debian, Ubuntu   sudo apt-get install chromium
  macOS            brew install --cask chromium
  anywhere         CHROMIUM_PATH=/path/to/the/browser npm test`;

/** The path of a Chromium: the one that CHROMIUM_PATH names, or one in the usual places. @throws Error with how to get one */
export function findChromium(
  environment: Readonly<Record<string, string | undefined>>,
  places: readonly string[] = usualPlaces,
): string {
  const named = environment['CHROMIUM_PATH'];
  if (named !== undefined && named !== '') {
    if (existsSync(named)) return named;
    throw new Error(`CHROMIUM_PATH names ${named}, where nothing is.\n${advice}`);
  }
  const folders = [...(environment['PATH'] ?? '').split(delimiter), ...places].filter((folder) => folder !== '');
  const spelled = [...names, 'Google Chrome', 'Chromium', 'chrome.exe', 'msedge.exe'];
  const found = folders.flatMap((folder) => spelled.map((name) => join(folder, name))).find((path) => existsSync(path));
  if (found === undefined) throw new Error(advice);
  return found;
}
