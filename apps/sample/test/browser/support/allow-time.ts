// A browser on a busy machine takes its time; nothing here sleeps.
jest.setTimeout(90_000);
