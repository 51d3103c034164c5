import { installedPackage } from '../project/installed-package.js';
import type { Project } from '../project/project.js';
import type { Choices } from './propose-manifest.js';
import type { PackageManager } from './surroundings.js';

/** Packages that a project lacks. */
export interface NeededPackages {
  readonly dependencies: readonly string[];
  readonly devDependencies: readonly string[];
}

/** What the sample needs and the project does not have. */
export function neededPackages({ folder }: Project, { language, runner }: Choices): NeededPackages {
  const isMissing = (name: string): boolean => installedPackage(folder, name) === undefined;
  const typescript = language === 'typescript' ? ['typescript', 'tsx', '@types/node'] : [];
  const forJest = runner === 'jest' ? ['jest', ...(language === 'typescript' ? ['@swc/core', '@swc/jest'] : [])] : [];
  const tests = runner === 'vitest' ? ['vitest'] : forJest;
  return {
    dependencies: ['acurecord', 'class-validator'].filter(isMissing),
    devDependencies: ['@acurecord/cli', '@acurecord/simulator', ...typescript, ...tests].filter(isMissing),
  };
}

/** The command lines that install them. */
export function installCommands(manager: PackageManager, needed: NeededPackages): (readonly string[])[] {
  const [add, dev] = manager === 'npm' ? ['install', '--save-dev'] : ['add', manager === 'yarn' ? '--dev' : '-D'];
  const { dependencies, devDependencies } = needed;
  return [
    ...(dependencies.length === 0 ? [] : [[manager, add, ...dependencies]]),
    ...(devDependencies.length === 0 ? [] : [[manager, add, dev, ...devDependencies]]),
  ];
}
