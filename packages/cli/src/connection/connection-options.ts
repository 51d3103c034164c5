import type { Command } from 'commander';

/** Options of every command that speaks to an ERP. What is left out comes from the environment or a `.env` file. */
export interface ConnectionOptions {
  readonly url?: string;
  readonly username?: string;
  readonly password?: string;
  readonly passwordStdin?: boolean;
  readonly tenant?: string;
  readonly branch?: string;
  readonly endpoint?: string;
  readonly endpointVersion?: string;
  readonly envFile?: string;
  readonly timeout?: string;
  readonly rateLimit?: string;
  readonly insecure?: boolean;
  readonly json?: boolean;
  readonly verbose?: boolean;
}

/** Adds the options of {@link ConnectionOptions} to a command. */
export function addConnectionOptions(command: Command): Command {
  return command
    .option('--url <url>', 'root of the site, such as https://erp.example.com/AcumaticaERP (ACUMATICA_URL)')
    .option('--username <name>', 'who signs in (ACUMATICA_USERNAME)')
    .option('--password <text>', 'unsafe, others can read it: use ACUMATICA_PASSWORD, a .env file or --password-stdin')
    .option('--password-stdin', 'read the password from the first line of stdin')
    .option('--tenant <name>', 'the tenant as on the sign-in page (ACUMATICA_TENANT)')
    .option('--branch <name>', 'login name of the branch (ACUMATICA_BRANCH)')
    .option('--endpoint <name>', 'endpoint, Default unless told otherwise (ACUMATICA_ENDPOINT_NAME)')
    .option('--endpoint-version <version>', 'such as 24.200.001, the newest unless told otherwise')
    .option('--env-file <file>', 'a .env file to read settings from')
    .option('--timeout <seconds>', 'for one request (ACUMATICA_TIMEOUT)')
    .option('--rate-limit <calls>', 'calls a second, 10 unless told otherwise (ACUMATICA_RATE_LIMIT)')
    .option('--insecure', 'accept any TLS certificate');
}

/** Adds what every command has. */
export function addCommonOptions(command: Command): Command {
  return command
    .option('--json', 'print the result, and errors, as JSON')
    .option('--verbose', 'print the stack of an error');
}
