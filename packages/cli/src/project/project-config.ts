import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { UsageError } from '../exit-code.js';

/** Name of the file that keeps a project's choices; no secret belongs into it. */
export const PROJECT_FILE = 'acurecord.json';

/** What `acurecord.json` may say; the command line wins. */
export interface ProjectConfig {
  readonly endpoint?: string;
  readonly endpointVersion?: string;
  /** Folder for generated classes. */
  readonly out?: string;
  readonly entities?: readonly string[];
  /** Whether custom fields are asked for. @default false */
  readonly customFields?: boolean;
  readonly style?: 'decorators' | 'erasable';
  readonly decimals?: 'number' | 'string';
  readonly importExtension?: '.js' | '.ts' | '';
  /** Known values by `Entity.Field`. */
  readonly values?: Readonly<Record<string, readonly string[]>>;
  /** Forms that keep the keys they are given: `{ "Warehouse": "manual" }`. */
  readonly numbering?: Readonly<Record<string, 'manual'>>;
}

const KNOWN =
  'endpoint endpointVersion out entities customFields style decimals importExtension values numbering'.split(' ');

/** Reads the project's choices; none where there is no such file. @throws UsageError for a file that makes no sense */
export async function readProjectConfig(cwd: string): Promise<ProjectConfig> {
  const file = resolve(cwd, PROJECT_FILE);
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '{}';
    throw error;
  });
  const config = parseObject(text, file);
  const unknown = Object.keys(config).filter((name) => !KNOWN.includes(name));
  if (unknown.length === 0) return config;
  throw new UsageError(`${file} has the unknown setting ${unknown.join(', ')}. There are ${KNOWN.join(', ')}.`);
}

function parseObject(text: string, file: string): ProjectConfig {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value;
  } catch {
    // told below
  }
  throw new UsageError(`${file} must hold one JSON object.`);
}
