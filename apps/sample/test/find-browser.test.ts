import { findBrowser } from './browser/support/find-browser.cjs';

const installed = (): string => '/usr/bin/chromium';
const none = (): string => {
  throw new Error('none was found');
};

it('takes the browser that is installed before the one of a package', async () => {
  const bring = jest.fn();
  expect(await findBrowser({}, installed, bring)).toMatchObject({ executablePath: '/usr/bin/chromium' });
  expect(bring).not.toHaveBeenCalled();
});

it('takes the one that a package brings where none is installed', async () => {
  const brought = { executablePath: '/tmp/chromium', env: {} };
  expect(await findBrowser({}, none, () => Promise.resolve(brought))).toBe(brought);
});

it('finds none, which is told of, where there is neither, and fails in CI', async () => {
  const nothing = (): Promise<undefined> => Promise.resolve(undefined);
  expect(await findBrowser({}, none, nothing)).toBeUndefined();
  await expect(findBrowser({ CI: 'true' }, none, nothing)).rejects.toThrow('none was found');
});

it('does not look further than CHROMIUM_PATH where that names nothing', async () => {
  const bring = jest.fn();
  await expect(findBrowser({ CHROMIUM_PATH: '/nowhere' }, none, bring)).rejects.toThrow('none was found');
  expect(bring).not.toHaveBeenCalled();
});
