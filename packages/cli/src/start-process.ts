import { nodeFault } from './node-fault.js';

/**
 * Runs the command line as the work of this process, in `cwd`. What it is made of names modules that an older Node has
 * not, and would fail there in a way that tells nobody why: it is loaded once the Node is known to be new enough.
 */
export async function startProcess(args: readonly string[], cwd: string): Promise<void> {
  const fault = nodeFault(process.version);
  if (fault === undefined) {
    const { runProcess } = await import('./run-process.js');
    return runProcess(args, cwd);
  }
  process.stderr.write(`${fault}\n`);
  process.exitCode = 3;
}
