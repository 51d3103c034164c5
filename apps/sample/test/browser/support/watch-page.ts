import type { Page } from 'playwright-core';

/** What a page complains about; a test ends well only without complaints. */
export interface Complaints {
  readonly all: readonly string[];
  /** Says that the page will be refused something: browsers report each such answer in their console. */
  expect(status: number): void;
  /** Says which complaints belong to what the test did. */
  forgive(pattern: RegExp): void;
}

/** Listens to what goes wrong in a page: errors of scripts, errors in the console, breaches of the content policy. */
export function watchPage(page: Page): Complaints {
  const all: string[] = [];
  const forgiven: RegExp[] = [];
  const expected = new Set<number>();
  page.on('pageerror', (error) => all.push(String(error)));
  page.on('console', (message) => {
    if (message.type() !== 'error' && message.type() !== 'warning') return;
    const status = /status of (\d+)/.exec(message.text())?.[1];
    if (status === undefined || !expected.has(Number(status))) all.push(message.text());
  });
  return {
    get all() {
      return all.filter((text) => !forgiven.some((pattern) => pattern.test(text)));
    },
    expect: (status) => expected.add(status),
    forgive: (pattern) => forgiven.push(pattern),
  };
}
