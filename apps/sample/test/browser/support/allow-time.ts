// A browser on a busy machine takes its time; nothing here sleeps.
jest.setTimeout(90_000);

// Without a browser the suite is told of as "not run", by the count at the end of `npm test` too.
if (process.env['ORDER_DESK_BROWSER'] === undefined) Object.assign(globalThis, { it: it.skip, test: it.skip });
