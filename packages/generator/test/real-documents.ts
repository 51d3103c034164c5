import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readSchema } from '@acurecord/metadata';
import type { EndpointSchema } from '@acurecord/metadata';

const folder = join(__dirname, '../../../../shared/schemas');

/** Names of the real endpoint documents; empty where the folder is not there. */
export const realDocuments: readonly string[] = existsSync(folder)
  ? readdirSync(folder)
      .filter((name) => name.endsWith('.json'))
      .map((name) => name.replace(/\.json$/, ''))
      .sort()
  : [];

/** A real document as the server sent it. */
export function readDocument(name: string): unknown {
  return JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8'));
}

/** The model of a real document. */
export function readRealSchema(name: string): EndpointSchema {
  return readSchema(readDocument(name));
}
