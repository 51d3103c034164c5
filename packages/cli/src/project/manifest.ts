import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { UsageError } from '../exit-code.js';

/** What is read of a `package.json`. */
export interface Manifest {
  readonly name?: string;
  readonly type?: string;
  readonly packageManager?: string;
  readonly workspaces?: unknown;
  readonly scripts?: Readonly<Record<string, string>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly [other: string]: unknown;
}

/** A `package.json` with the folder it is in. */
export interface FoundManifest {
  readonly folder: string;
  readonly manifest: Manifest;
}

/**
 * The nearest `package.json` at or above a folder, then those of the workspaces it is part of, inside first. None where
 * there is no `package.json` at all.
 *
 * @throws UsageError for one that is not JSON
 */
export async function readManifests(cwd: string): Promise<FoundManifest[]> {
  const found: FoundManifest[] = [];
  for (let folder = resolve(cwd); ; folder = dirname(folder)) {
    const manifest = await readManifest(folder);
    if (manifest !== undefined && (found.length === 0 || isWorkspaceRoot(folder, manifest)))
      found.push({ folder, manifest });
    if (dirname(folder) === folder) return found;
  }
}

/** The `package.json` of a folder, or `undefined`. @throws UsageError for one that is not JSON */
export async function readManifest(folder: string): Promise<Manifest | undefined> {
  const file = join(folder, 'package.json');
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return undefined;
    throw error;
  });
  if (text === undefined) return undefined;
  try {
    const value: unknown = JSON.parse(text.replace(/^\uFEFF/, ''));
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Manifest;
  } catch {
    // told below
  }
  throw new UsageError(`${file} must hold one JSON object.`);
}

/** Names of the packages that these manifests ask for. */
export function declaredPackages(manifests: readonly FoundManifest[]): ReadonlySet<string> {
  return new Set(
    manifests.flatMap(({ manifest: { dependencies = {}, devDependencies = {} } }) => [
      ...Object.keys(dependencies),
      ...Object.keys(devDependencies),
    ]),
  );
}

function isWorkspaceRoot(folder: string, { workspaces }: Manifest): boolean {
  return workspaces !== undefined || existsSync(join(folder, 'pnpm-workspace.yaml'));
}
