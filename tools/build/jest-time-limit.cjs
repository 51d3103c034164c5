// No test waits for real time; what is done in milliseconds may take seconds on a machine that has other things to do.
jest.setTimeout(60_000);
