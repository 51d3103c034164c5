// The layers are only worth something while breaking them fails: each canary below must be refused, each neighbour of it
// must pass. Imports are judged by the workspace's own lint configuration.
import { createProjectGraphAsync } from '@nx/devkit';
import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');
process.chdir(root);
await createProjectGraphAsync({ exitOnError: true });

const eslint = new ESLint({
  cwd: root,
  overrideConfig: {
    files: ['**/canary.ts'],
    ...tseslint.configs.disableTypeChecked,
    languageOptions: { parserOptions: { projectService: false } },
  },
});

/** @type {readonly [from: string, imported: string, allowed: boolean][]} */
const imports = [
  ['errors', '@acurecord/odata', false],
  ['odata', '@acurecord/errors', true],
  ['odata', '@acurecord/transport', false],
  ['transport', '@acurecord/errors', true],
  ['transport', '@acurecord/metadata', false],
  ['metadata', '@acurecord/transport', true],
  ['metadata', 'acurecord', false],
  ['client', '@acurecord/metadata', true],
  ['client', '@acurecord/simulator', false],
  ['client', '@acurecord/cache', true],
  ['cache', '@acurecord/transport', false],
  ['scheduler', '@acurecord/errors', true],
  ['scheduler', 'acurecord', false],
  ['generator', '@acurecord/metadata', true],
  ['generator', '@acurecord/transport', false],
  ['cli', '@acurecord/generator', true],
  ['cli', '@acurecord/metadata', false],
  ['create-acurecord', '@acurecord/cli', true],
  ['create-acurecord', 'acurecord', false],
  ['simulator', '@acurecord/errors', false],
  ['errors', '../../odata/src/index.js', false],
];

const wrong = [];
for (const [from, imported, allowed] of imports) {
  const code = `import * as canary from '${imported}';\nexport const seen = canary;\n`;
  const [result] = await eslint.lintText(code, { filePath: `packages/${from}/src/canary.ts` });
  const refused = result.messages.some(
    ({ ruleId, severity }) => ruleId === '@nx/enforce-module-boundaries' && severity === 2,
  );
  if (refused === allowed)
    wrong.push(`${from} → ${imported} should be ${allowed ? 'allowed' : 'refused'}`, JSON.stringify(result.messages));
}
console.log(wrong.length === 0 ? `${imports.length} imports judged as the layers say` : wrong.join('\n'));
process.exitCode = wrong.length === 0 ? 0 : 1;
