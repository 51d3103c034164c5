import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { startSimulator } from '@acurecord/simulator';
import type { Simulator } from '@acurecord/simulator';

/** Where a tour takes place: an instance that answers at a URL, and the simulator behind it where the tour started one. */
export interface Target {
  readonly url: string;
  readonly endpoint: { readonly name: string; readonly version?: string };
  readonly simulator?: Simulator;
  [Symbol.asyncDispose](): Promise<void>;
}

export interface GroundOptions {
  /** A real schema document to serve instead of the demo company. */
  readonly schemaFile?: string | undefined;
  /** A simulator that runs already; nothing is started then. */
  readonly url?: string | undefined;
}

/** Starts the simulator, or stands on the one at `url`. */
export async function findGround({ schemaFile, url }: GroundOptions): Promise<Target> {
  if (url !== undefined) return { url, endpoint: { name: 'Default' }, [Symbol.asyncDispose]: async () => undefined };
  const schema = schemaFile === undefined ? undefined : await readDocument(schemaFile);
  const simulator = await startSimulator(schema === undefined ? {} : { schema });
  const [name = 'Default', version] = schema === undefined ? [] : titleOf(schema).split('/');
  return {
    url: simulator.url,
    endpoint: version === undefined ? { name } : { name, version },
    simulator,
    [Symbol.asyncDispose]: () => simulator.close(),
  };
}

/** A relative path means the folder in which npm was called, which is not the one it runs in. */
async function readDocument(file: string): Promise<Record<string, unknown>> {
  try {
    return JSON.parse(await readFile(resolve(process.env['INIT_CWD'] ?? '.', file), 'utf8')) as Record<string, unknown>;
  } catch (cause) {
    throw new Error(`--schema ${file}: this is not a readable schema document`, { cause });
  }
}

function titleOf(schema: Record<string, unknown>): string {
  const info = schema['info'] as { title?: unknown } | undefined;
  return typeof info?.title === 'string' ? info.title : 'Default';
}
