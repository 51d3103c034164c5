/** As much of Node's `process` as the libraries use where there may be none; variables are those of the runtime, if it has any. */
export const process = {
  env: (globalThis as { process?: { env?: Record<string, string | undefined> } }).process?.env ?? {},
  pid: 0,
  cwd: (): string => '/',
  uptime: (): number => performance.now() / 1000,
  emitWarning: (warning: string): void => console.warn(warning),
};
