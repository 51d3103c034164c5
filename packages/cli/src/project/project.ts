import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { declaredPackages, readManifests } from './manifest.js';
import type { FoundManifest } from './manifest.js';
import { readCompilerSettings } from './tsconfig.js';
import type { CompilerSettings } from './tsconfig.js';

/** What can be seen of a project without running any of its code. */
export interface Project {
  /** The folder of the nearest `package.json`; where there is none, the folder that was looked at. */
  readonly folder: string;
  /** The outermost folder that is still part of it: the root of its workspaces. */
  readonly top: string;
  /** Inside first; empty for a folder without `package.json`. */
  readonly manifests: readonly FoundManifest[];
  /** Names of the packages that it asks for. */
  readonly declared: ReadonlySet<string>;
  readonly type: 'module' | 'commonjs';
  readonly tsconfig?: CompilerSettings;
  /** Command lines of its scripts. */
  readonly scripts: readonly string[];
  /** Whether a file is there, in its folder or at its top. */
  readonly has: (file: string) => boolean;
  /** The text of the first of these files that is there; empty where none is. */
  readonly text: (...files: readonly string[]) => Promise<string>;
}

/** Looks at the project that a folder is in. @throws UsageError for a file of settings that cannot be read */
export async function lookAtProject(cwd: string): Promise<Project> {
  const manifests = await readManifests(cwd);
  const folder = manifests[0]?.folder ?? resolve(cwd);
  const top = manifests.at(-1)?.folder ?? folder;
  const tsconfig = readCompilerSettings(folder, top);
  const places = [...new Set([folder, top])];
  const find = (file: string): string | undefined =>
    places.map((place) => join(place, file)).find((path) => existsSync(path));
  return {
    folder,
    top,
    manifests,
    declared: declaredPackages(manifests),
    type: manifests[0]?.manifest.type === 'module' ? 'module' : 'commonjs',
    ...(tsconfig && { tsconfig }),
    scripts: manifests.flatMap(({ manifest }) => Object.values(manifest.scripts ?? {})),
    has: (file) => find(file) !== undefined,
    text: async (...files) => {
      const path = files.map(find).find((place) => place !== undefined);
      return path === undefined ? '' : readFile(path, 'utf8');
    },
  };
}
