import nx from '@nx/eslint-plugin';
import reactHooks from 'eslint-plugin-react-hooks';
import regexp from 'eslint-plugin-regexp';
import tseslint from 'typescript-eslint';

const layer = (name, ...mayImport) => ({
  sourceTag: `layer:${name}`,
  onlyDependOnLibsWithTags: mayImport.map((other) => `layer:${other}`),
});

const libraries = ['errors', 'odata', 'transport', 'metadata', 'cache', 'scheduler'];

/** Who may import whom; nothing else may. */
const layers = [
  layer('errors'),
  layer('odata', 'errors'),
  layer('transport', 'errors'),
  layer('metadata', 'errors', 'odata', 'transport'),
  layer('cache', 'errors'),
  layer('scheduler', 'errors'),
  layer('client', ...libraries),
  layer('generator', 'errors', 'metadata'),
  layer('cli', 'client', 'generator', 'simulator'),
  layer('create', 'cli'),
  layer('simulator'),
  layer('sample', 'client', 'simulator'),
  { sourceTag: 'layer:tools', onlyDependOnLibsWithTags: ['*'] },
];

export default tseslint.config(
  {
    ignores: ['**/tsup.config.ts', '**/.fences/**', '**/dist/**', '**/coverage/**', '**/.nx/**', '**/node_modules/**'],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [tseslint.configs.recommendedTypeChecked],
    plugins: { '@nx': nx },
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'separate-type-imports' }],
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
      '@typescript-eslint/require-await': 'off',
      'no-restricted-syntax': [
        'error',
        { selector: 'TSEnumDeclaration', message: 'Use a union of literals.' },
        { selector: 'TSModuleDeclaration[kind="namespace"]', message: 'Use modules.' },
        { selector: 'ExportDefaultDeclaration', message: 'Use named exports.' },
      ],
    },
  },
  {
    files: ['packages/*/src/**/*.ts', 'apps/*/{src,contract}/**/*.ts', 'apps/*/web/**/*.{ts,tsx}'],
    plugins: { regexp },
    rules: {
      // Texts come from outside: a pattern must not look at the rest of one again from every place in it.
      'regexp/no-super-linear-backtracking': ['error', { report: 'potential' }],
      'regexp/no-super-linear-move': ['error', { report: 'potential' }],
      'max-lines': ['error', { max: 300 }],
      'max-lines-per-function': ['error', { max: 40, skipBlankLines: true, skipComments: true }],
      'no-console': 'error',
      '@nx/enforce-module-boundaries': [
        'error',
        { depConstraints: layers, allow: [], enforceBuildableLibDependency: false },
      ],
    },
  },
  {
    // Matchers of jest and deliberate type errors are `any`; nothing in a test or benchmark leaves it.
    files: ['**/test/**/*.ts', 'tools/{bench,long}/**/*.ts'],
    rules: {
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
  {
    files: ['**/test/**/*.ts'],
    rules: {
      'no-restricted-properties': [
        'error',
        {
          object: 'performance',
          property: 'now',
          message: 'How long something takes depends on the machine: compare in tools/bench, or inject a clock.',
        },
      ],
    },
  },
  {
    files: ['apps/*/web/**/*.tsx'],
    extends: [reactHooks.configs.flat.recommended],
    rules: { 'max-lines-per-function': ['error', { max: 70, skipBlankLines: true, skipComments: true }] },
  },
  { files: ['apps/*/src/**/*.ts', 'packages/cli/src/**/*.ts'], rules: { 'no-console': 'off' } },
  // One file holds a form with all its rows, however many the endpoint has.
  { files: ['**/src/generated/**/*.ts'], rules: { 'max-lines': 'off' } },
);
