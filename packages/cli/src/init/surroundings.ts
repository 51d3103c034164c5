import type { Project } from '../project/project.js';

/** Who installs packages. */
export type PackageManager = 'npm' | 'pnpm' | 'yarn' | 'bun';

/** Who runs tests. */
export type TestRunner = 'node' | 'vitest' | 'jest';

/** The language of the program. */
export type Language = 'typescript' | 'javascript';

/** What can be seen of the people's habits in a project; what cannot is absent. */
export interface Surroundings {
  readonly packageManager: PackageManager;
  readonly language?: Language;
  readonly runner?: TestRunner;
  /** A framework that has its own idea of module types and settings. */
  readonly framework?: string;
}

const FRAMEWORKS = new Map([
  ['next', 'Next'],
  ['@nestjs/core', 'NestJS'],
  ['nuxt', 'Nuxt'],
  ['astro', 'Astro'],
  ['@angular/core', 'Angular'],
]);

const LOCK_FILES: readonly (readonly [string, PackageManager])[] = [
  ['pnpm-lock.yaml', 'pnpm'],
  ['yarn.lock', 'yarn'],
  ['bun.lock', 'bun'],
  ['bun.lockb', 'bun'],
  ['package-lock.json', 'npm'],
];

/** What a project shows of itself. */
export function surroundingsOf(project: Project, env: Readonly<Record<string, string | undefined>>): Surroundings {
  const { declared, tsconfig } = project;
  const runner = declared.has('vitest') ? 'vitest' : declared.has('jest') ? 'jest' : undefined;
  const framework = [...FRAMEWORKS].find(([name]) => declared.has(name))?.[1];
  const isTypeScript = tsconfig !== undefined || declared.has('typescript');
  return {
    packageManager: packageManagerOf(project, env),
    ...(isTypeScript && { language: 'typescript' }),
    ...(runner !== undefined && { runner }),
    ...(framework !== undefined && { framework }),
  };
}

function packageManagerOf(
  { manifests, has }: Project,
  env: Readonly<Record<string, string | undefined>>,
): PackageManager {
  const told = manifests.map(({ manifest }) => manifest.packageManager).find((name) => typeof name === 'string');
  const known: readonly PackageManager[] = ['pnpm', 'yarn', 'bun', 'npm'];
  const byName = known.find((name) => told?.startsWith(`${name}@`) === true);
  const byLock = LOCK_FILES.find(([file]) => has(file))?.[1];
  const byStart = known.find((name) => env['npm_config_user_agent']?.startsWith(`${name}/`) === true);
  return byName ?? byLock ?? byStart ?? 'npm';
}
