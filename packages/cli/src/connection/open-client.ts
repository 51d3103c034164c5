import { AcumaticaClient, AcumaticaConfigError } from 'acurecord';
import type { ClientOptions, TransportHooks } from 'acurecord';
import { UsageError } from '../exit-code.js';
import { askSecret } from '../terminal/ask.js';
import { readText } from '../terminal/read-text.js';
import { isInteractive, say } from '../terminal/terminal.js';
import type { Terminal } from '../terminal/terminal.js';
import type { ConnectionOptions } from './connection-options.js';

/**
 * A connected client. Where nothing but the password is missing and somebody sits at the terminal, it is asked for.
 *
 * @throws the errors of `AcumaticaClient.connect`
 */
export async function openClient(
  terminal: Terminal,
  options: ConnectionOptions,
  hooks?: TransportHooks,
): Promise<AcumaticaClient> {
  const settings = { ...(await clientOptions(terminal, options)), ...(hooks && { hooks }) };
  try {
    return await AcumaticaClient.connect(settings);
  } catch (error) {
    if (!isPasswordMissing(error) || !isInteractive(terminal)) throw error;
    return AcumaticaClient.connect({ ...settings, password: await askSecret(terminal, 'Password') });
  }
}

/** What the command line says, in the client's words. @throws UsageError for numbers that are none */
export async function clientOptions(terminal: Terminal, options: ConnectionOptions): Promise<ClientOptions> {
  if (options.password !== undefined) {
    say(terminal, 'Warning: a password on the command line can be read by other users and stays in the history.');
  }
  const password = options.passwordStdin === true ? await firstLine(terminal) : options.password;
  return {
    ...given({ baseUrl: options.url, username: options.username, password, tenant: options.tenant }),
    ...given({ branch: options.branch, endpointName: options.endpoint, endpointVersion: options.endpointVersion }),
    ...given({ envFile: options.envFile, verifySsl: options.insecure === true ? false : undefined }),
    ...(options.timeout !== undefined && { timeoutMs: positiveOption('--timeout', options.timeout) * 1000 }),
    ...(options.rateLimit !== undefined && {
      rateLimit: { callsPerSecond: positiveOption('--rate-limit', options.rateLimit) },
    }),
  };
}

/** A number above 0. @throws UsageError that names the option */
export function positiveOption(option: string, text: string): number {
  const value = Number(text);
  if (Number.isFinite(value) && value > 0) return value;
  throw new UsageError(`${option} takes a number above 0, not "${text}".`);
}

/** A whole number from 0 upwards. @throws UsageError that names the option */
export function wholeNumber(option: string, text: string): number {
  if (/^\d{1,15}$/.test(text)) return Number(text);
  throw new UsageError(`${option} takes a whole number, not "${text}".`);
}

/** A whole number from 1 upwards. @throws UsageError that names the option */
export function positiveWhole(option: string, text: string): number {
  const value = wholeNumber(option, text);
  if (value > 0) return value;
  throw new UsageError(`${option} takes a whole number from 1 upwards, not "${text}".`);
}

function given<T extends object>(values: T): { [K in keyof T]?: NonNullable<T[K]> } {
  const entries = Object.entries(values).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as { [K in keyof T]?: NonNullable<T[K]> };
}

function isPasswordMissing(error: unknown): boolean {
  return AcumaticaConfigError.is(error) && error.missing.length === 1 && error.missing[0] === 'password';
}

async function firstLine(terminal: Terminal): Promise<string> {
  const [line = ''] = (await readText(terminal.stdin)).split(/\r?\n/, 1);
  if (line === '') throw new UsageError('--password-stdin: nothing came from stdin.');
  return line;
}
