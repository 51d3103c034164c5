import { parseArgs } from 'node:util';

/** How the desk is started. */
export interface DeskOptions {
  /** Address to listen on. @default '127.0.0.1' */
  readonly host: string;
  /** @default 3000, or the next free one up to 3009 where nobody asked for a certain one */
  readonly ports: readonly number[];
  readonly help: boolean;
}

/** What `--help` prints. */
export const usage = `Order Desk: a sales desk on Acumatica.

  npm start                        on the demo company of the simulator
  npm start -- --port 8080         on this port (or PORT=8080); otherwise 3000 or the next free one
  npm start -- --host 0.0.0.0      open to the network; otherwise to this machine only

With ACUMATICA_URL, ACUMATICA_USERNAME, ACUMATICA_PASSWORD and ACUMATICA_TENANT, in the environment or a .env file,
it works on that tenant. ORDER_DESK_REQUESTS_PER_MINUTE is what its licence allows.
`;

const firstPort = 3000;
const portsTried = 10;

/** Reads the command line. @throws Error for what makes no sense */
export function readOptions(
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): DeskOptions {
  const { values } = parseArgs({
    args: [...args],
    options: { port: { type: 'string' }, host: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
  });
  const port = values.port ?? (environment['PORT'] || undefined);
  return {
    host: values.host ?? '127.0.0.1',
    ports: port === undefined ? Array.from({ length: portsTried }, (_, index) => firstPort + index) : [readPort(port)],
    help: values.help === true,
  };
}

function readPort(text: string): number {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : NaN;
  if (port <= 65_535) return port;
  throw new Error(`"${text}" is no port: it is a number from 0 to 65535, 0 for any free one.`);
}
