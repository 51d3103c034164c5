import { endWithParent } from './server/end-with-parent.js';
import { isLoopback } from './server/guards.js';
import { readOptions, usage } from './options.js';
import { startDesk } from './start-desk.js';

/** Signals that come so close to each other are one. */
const oneSignalMs = 300;

const options = readOptions(process.argv.slice(2), process.env);

if (options.help) {
  console.log(usage);
} else {
  const desk = await startDesk(options, {
    environment: process.env,
    // npm runs this in the app's own folder; a .env file is meant to be found from where it was called.
    folder: process.env['INIT_CWD'] ?? process.cwd(),
  });
  console.log(`Order Desk is open at ${desk.url} and works on ${desk.where}. Ctrl-C closes it.`);
  if (!isLoopback(options.host))
    console.warn(
      'Everybody in the network can use it, without signing in: put a proxy that asks who they are before it.',
    );

  let toldAt: number | undefined;
  const close = (): void => {
    // npm and the terminal may both pass one Ctrl-C on. A second one ends the process at once; the seat is given back even then.
    if (toldAt !== undefined && performance.now() - toldAt > oneSignalMs) process.exit(130);
    if (toldAt !== undefined) return;
    toldAt = performance.now();
    void desk.close().then(
      () => process.exit(0),
      (error: unknown) => {
        console.error(error);
        process.exit(1);
      },
    );
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, close);
  endWithParent(process.env, close);
}
