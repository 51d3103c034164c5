import { shopModule, visitTest } from '../shop.js';
import type { Style, Trial } from '../trial.js';

const SWC = ['@swc/jest', '@swc/core@1.16.18', 'jest@30', '@types/jest'];
const MAPPED = `moduleNameMapper: { '^(\\\\.{1,2}/.*)\\\\.js$': '$1' }`;

/** Jest over each of its usual compilers. */
export const jestTrials: readonly Trial[] = [
  {
    name: 'Jest, CommonJS',
    packages: ['jest@30'],
    type: 'commonjs',
    works: ['models'],
    files: () => ({ 'shop.js': shopModule('models', 'require'), 'shop.test.js': visitTest(undefined, 'require') }),
    run: (project) => project.run('npx', 'jest'),
  },
  {
    name: 'Jest, ES modules',
    packages: ['jest@30'],
    type: 'module',
    works: ['models'],
    settings: '`NODE_OPTIONS=--experimental-vm-modules`',
    files: () => ({ 'shop.js': shopModule('models'), 'shop.test.js': visitTest(undefined) }),
    run: (project) => project.run(project.node, '--experimental-vm-modules', 'node_modules/jest/bin/jest.js'),
  },
  {
    name: 'Jest with `@swc/jest`, by default',
    packages: SWC,
    type: 'commonjs',
    works: ['erasable'],
    refuses: ['decorators'],
    settings: '`moduleNameMapper` for `.js` endings',
    files: (style) => typeScript(style, `'@swc/jest'`),
    run: (project) => project.run('npx', 'jest'),
  },
  {
    name: 'Jest with `@swc/jest`, told of decorators',
    packages: SWC,
    type: 'commonjs',
    works: ['decorators', 'erasable'],
    settings: 'as in [Testing with the simulator](testing-with-the-simulator.md)',
    files: (style) =>
      typeScript(
        style,
        `['@swc/jest', { jsc: { target: 'es2022', parser: { syntax: 'typescript', decorators: true }, transform: { decoratorVersion: '2022-03' } } }]`,
      ),
    run: (project) => project.run('npx', 'jest'),
  },
  {
    name: 'Jest with `ts-jest`',
    packages: ['ts-jest@29', 'jest@30', '@types/jest', '@types/node@20', 'typescript@5.9.3'],
    type: 'commonjs',
    works: ['decorators', 'erasable'],
    settings: '`target: "ES2022"`, `moduleNameMapper` for `.js` endings',
    files: (style) => ({
      ...typeScript(style, `'ts-jest'`),
      'tsconfig.json': JSON.stringify({
        compilerOptions: {
          target: 'ES2022',
          module: 'CommonJS',
          moduleResolution: 'node10',
          lib: ['ES2023', 'ESNext.Disposable'],
          strict: true,
          skipLibCheck: true,
        },
      }),
    }),
    run: (project) => project.run('npx', 'jest'),
  },
];

function typeScript(style: Style, transform: string): Record<string, string> {
  return {
    'jest.config.js': `module.exports = { transform: { '\\\\.ts$': ${transform} }, ${MAPPED} };\n`,
    'shop.ts': shopModule(style),
    'shop.test.ts': visitTest(undefined),
  };
}
