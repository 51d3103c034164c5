import type { ConnectionOptions } from '../connection/connection-options.js';
import { clientOptions } from '../connection/open-client.js';
import { UsageError } from '../exit-code.js';
import { askSecret, askText } from '../terminal/ask.js';
import { isInteractive } from '../terminal/terminal.js';
import type { Terminal } from '../terminal/terminal.js';
import { readAnswers } from './kept-answers.js';

/** What a project needs to know of its site. */
export interface ConnectionAnswers {
  readonly url: string;
  readonly username: string;
  readonly password: string;
  readonly tenant: string;
  readonly endpoint: string;
}

/** The simulator that `acurecord simulate` starts. */
export const SIMULATOR: ConnectionAnswers = {
  url: 'http://127.0.0.1:8080',
  username: 'admin',
  password: 'admin-secret',
  tenant: 'Company',
  endpoint: 'Default',
};

/**
 * Asks for what options and environment leave open; what was answered the last time stands there already.
 *
 * @throws UsageError where something is missing and nobody is there to ask
 */
export async function connectionAnswers(terminal: Terminal, options: ConnectionOptions): Promise<ConnectionAnswers> {
  const given = await clientOptions(terminal, options);
  const kept = await readAnswers(terminal);
  const { env } = terminal;
  const known = {
    url: given.baseUrl ?? env.ACUMATICA_URL,
    username: given.username ?? env.ACUMATICA_USERNAME,
    tenant: given.tenant ?? env.ACUMATICA_TENANT,
    password: given.password ?? env.ACUMATICA_PASSWORD,
    endpoint: options.endpoint ?? env.ACUMATICA_ENDPOINT_NAME,
  };
  if (!isInteractive(terminal)) return withoutQuestions({ ...kept, ...definedOf(known) });
  const ask = (message: string, initial?: string): Promise<string> =>
    askText(terminal, { message, initial, complaint: needed });
  const url =
    known.url ??
    (await askText(terminal, { message: 'URL of the site', initial: kept.url, complaint: complaintAboutUrl }));
  const tenant = known.tenant ?? (await ask('Tenant', kept.tenant));
  const username = known.username ?? (await ask('User name', kept.username));
  const password = known.password ?? (await askSecret(terminal, 'Password'));
  const endpoint = known.endpoint ?? (await ask('Endpoint', kept.endpoint ?? 'Default'));
  return { url: withoutSlash(url), username, password, tenant, endpoint };
}

function withoutQuestions({
  url,
  username,
  tenant,
  password,
  endpoint = 'Default',
}: Partial<ConnectionAnswers>): ConnectionAnswers {
  if (url !== undefined && username !== undefined && tenant !== undefined && password !== undefined) {
    return { url: withoutSlash(url), username, tenant, password, endpoint };
  }
  throw new UsageError(
    'Nobody is here to answer questions: give --url, --username, --tenant, and the password by ACUMATICA_PASSWORD or --password-stdin.',
  );
}

function definedOf<T extends object>(values: T): { [K in keyof T]?: NonNullable<T[K]> } {
  const entries = Object.entries(values).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as { [K in keyof T]?: NonNullable<T[K]> };
}

function needed(answer: string): string | undefined {
  return answer.trim() === '' ? 'This is needed.' : undefined;
}

function complaintAboutUrl(answer: string): string | undefined {
  const isGood = URL.canParse(answer) && /^https?:/.test(answer);
  return isGood ? undefined : 'The address of the site, such as https://erp.example.com/AcumaticaERP.';
}

function withoutSlash(url: string): string {
  let end = url.length;
  while (url[end - 1] === '/') end -= 1;
  return url.slice(0, end);
}
