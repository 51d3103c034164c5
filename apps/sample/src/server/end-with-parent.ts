const lookMs = 500;

/**
 * Calls `close` when the shell in which npm started this process is gone: told to end by SIGTERM, npm tells its shell,
 * and a shell tells nobody.
 */
export function endWithParent(environment: NodeJS.ProcessEnv, close: () => void): void {
  if (environment['npm_lifecycle_event'] === undefined) return;
  const parent = process.ppid;
  const looking = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(looking);
    close();
  }, lookMs).unref();
}
