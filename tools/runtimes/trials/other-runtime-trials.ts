import { shopModule, visitProgram } from '../shop.js';
import type { Style, Trial } from '../trial.js';

const program = (style: Style): Record<string, string> => {
  const [ending, typed] = style === 'models' ? ['js', 'js'] : ['ts', 'ts'];
  return {
    [`shop.${typed}`]: shopModule(style, 'import', './acumatica/index.ts'),
    'program.ts': visitProgram('import', `./shop.${ending}`),
  };
};

/** Runtimes other than Node. */
export const otherRuntimeTrials: readonly Trial[] = [
  {
    name: 'Bun',
    packages: ['bun@1'],
    type: 'module',
    works: ['models', 'decorators', 'erasable'],
    importExtension: '.ts',
    files: program,
    run: (project) => project.run('node_modules/bun/bin/bun.exe', 'program.ts'),
  },
  {
    name: 'Deno',
    packages: ['deno@2', '@deno/linux-x64-glibc@2'],
    type: 'module',
    works: ['models', 'decorators', 'erasable'],
    importExtension: '.ts',
    settings: '`--allow-all`',
    files: program,
    run: (project) =>
      project.run(
        'node_modules/@deno/linux-x64-glibc/deno',
        'run',
        '--allow-all',
        '--node-modules-dir=manual',
        'program.ts',
      ),
  },
];
