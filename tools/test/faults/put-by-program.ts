import { PassThrough, Readable } from 'node:stream';
import { runCli } from '../../../packages/cli/src/run-cli.js';
import type { Case, Told } from './write.js';

/** The program reads the description of the endpoint first. */
const PATIENCE = 5;

/** What `acurecord put` says of each record. */
export async function putByProgram(
  { url, signal, timeoutMs }: Case,
  records: readonly { readonly Description: string }[],
): Promise<readonly Told[]> {
  const texts = { out: '', err: '' };
  const collect = (name: 'out' | 'err'): PassThrough =>
    new PassThrough().on('data', (chunk: Buffer) => void (texts[name] += chunk.toString()));
  const env = {
    ACUMATICA_URL: url,
    ACUMATICA_USERNAME: 'admin',
    ACUMATICA_PASSWORD: 'admin-secret',
    ACUMATICA_TENANT: 'Company',
    ACUMATICA_TIMEOUT: String((timeoutMs * PATIENCE) / 1000),
    ACUMATICA_RATE_LIMIT: '10000',
  };
  const terminal = {
    stdin: Readable.from([records.map((record) => JSON.stringify(record)).join('\n')]),
    stdout: collect('out'),
    stderr: collect('err'),
    env,
    cwd: __dirname,
    signal,
  };
  await runCli(['put', 'SalesOrder', '--keep-going', '--json'], terminal);
  await new Promise((resolve) => setImmediate(resolve));
  const errors = linesOf(texts.err).flatMap(({ error }) => (error === undefined ? [] : [error]));
  const written = linesOf(texts.out).map((record) => record['Description']);
  return records.map(({ Description }) =>
    written.includes(Description)
      ? { ok: true, description: Description }
      : { ok: false, error: errors.shift() ?? { code: 'NOT_TRIED' } },
  );
}

function linesOf(text: string): Record<string, unknown>[] {
  return text.split('\n').flatMap((line) => {
    try {
      return [JSON.parse(line) as Record<string, unknown>];
    } catch {
      return [];
    }
  });
}
