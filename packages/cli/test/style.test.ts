import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lookAtProject } from '../src/project/project.js';
import { chooseStyle } from '../src/toolchain/choose-style.js';
import type { ChosenStyle } from '../src/toolchain/choose-style.js';
import { faultOf } from '../src/toolchain/probe.js';
import { runInTest } from './run-in-test.js';

jest.setTimeout(120_000);

const root = join(__dirname, '../../..');
const loader = `file://${join(root, 'node_modules/tsx/dist/esm/index.mjs')}`;
const marker = 'configuration-was-run';

interface Made {
  /** Package that is asked for, with the version that is as installed. */
  readonly packages: readonly string[];
  readonly type?: 'module' | 'commonjs';
  readonly scripts?: Record<string, string>;
  readonly compilerOptions?: object;
  readonly files?: Readonly<Record<string, string>>;
  /** Whose packages are installed. @default those of this workspace */
  readonly installedIn?: string;
}

/** Projects as people have them, and what is chosen for each: style, why, ending of imports. */
const projects: Readonly<Record<string, readonly [Made, 'decorators' | 'erasable', RegExp, '.js' | '.ts' | '']>> = {
  typescript: [{ packages: ['typescript'] }, 'decorators', /TypeScript 5\.\S+ takes them/, '.js'],
  'typescript with experimental decorators': [
    { packages: ['typescript'], compilerOptions: { target: 'ES2022', experimentalDecorators: true } },
    'decorators',
    /TypeScript .* takes them/,
    '.js',
  ],
  'typescript that emits for ESNext': [
    { packages: ['typescript'], compilerOptions: { target: 'ESNext' } },
    'erasable',
    /with "target": "ESNext" it leaves/,
    '.js',
  ],
  'typescript that only checks': [
    { packages: ['typescript', 'tsx'], compilerOptions: { target: 'ESNext', noEmit: true } },
    'decorators',
    /TypeScript \S+ and tsx \(esbuild \S+\) take them/,
    '.js',
  ],
  'esbuild without a target': [{ packages: ['esbuild'] }, 'erasable', /esbuild .*without --target it leaves/, '.js'],
  'esbuild with a target': [
    { packages: ['esbuild'], scripts: { build: 'esbuild src/main.ts --bundle --platform=node --target=node20' } },
    'decorators',
    /esbuild \S+ takes them/,
    '.js',
  ],
  '@swc/jest by itself': [
    { packages: ['@swc/core', '@swc/jest', 'jest', 'typescript'], type: 'commonjs' },
    'erasable',
    /@swc\/jest \(SWC \S+\) .* its parser stops there \(Expression expected\)/,
    '',
  ],
  '@swc/jest with standard decorators': [
    {
      packages: ['@swc/core', '@swc/jest', 'jest'],
      type: 'commonjs',
      files: {
        '.swcrc': `{ // a comment
          "jsc": { "parser": { "syntax": "typescript", "decorators": true }, "transform": { "decoratorVersion": "2022-03" } } }`,
        'jest.config.js': `module.exports = { moduleNameMapper: { '^(\\\\.{1,2}/.*)\\\\.js$': '$1' } };`,
      },
    },
    'decorators',
    /@swc\/jest \(SWC \S+\) takes them/,
    '.js',
  ],
  'SWC with legacy decorators': [
    {
      packages: ['@swc/core', '@swc/cli'],
      files: {
        '.swcrc': JSON.stringify({
          jsc: { parser: { syntax: 'typescript', decorators: true }, transform: { legacyDecorator: true } },
        }),
      },
    },
    'erasable',
    /@swc\/cli \(SWC \S+\) does not take decorated fields: what it makes of a decorated class fails/,
    '.js',
  ],
  "Nest's SWC builder": [
    {
      packages: ['@nestjs/cli', '@swc/core', 'typescript'],
      type: 'commonjs',
      compilerOptions: { target: 'ES2022', experimentalDecorators: true, module: 'commonjs' },
      files: { 'nest-cli.json': '{ "compilerOptions": { "builder": "swc" } }' },
    },
    'erasable',
    /Nest's SWC builder .* it leaves/,
    '.js',
  ],
  "Nest's usual builder": [
    {
      packages: ['@nestjs/cli', 'typescript', 'jest', 'ts-jest'],
      type: 'commonjs',
      compilerOptions: { target: 'ES2022', experimentalDecorators: true, module: 'commonjs' },
    },
    'decorators',
    /TypeScript \S+ takes them/,
    '',
  ],
  'Babel without a plugin': [
    { packages: ['@babel/preset-typescript', 'jest'], type: 'commonjs' },
    'erasable',
    /Babel .* 'decorators' isn't currently enabled \(@babel\/plugin-proposal-decorators would\)/,
    '',
  ],
  'Babel with its plugin': [
    { packages: ['@babel/preset-typescript', '@babel/plugin-proposal-decorators'] },
    'erasable',
    /The 'declare' modifier is only allowed when/,
    '.js',
  ],
  'Babel with its plugin, and declared fields': [
    {
      packages: ['@babel/preset-typescript', '@babel/plugin-proposal-decorators'],
      files: { '.babelrc': '{ "presets": [["@babel/preset-typescript", { "allowDeclareFields": true }]] }' },
    },
    'decorators',
    /Babel \S+ takes them/,
    '.js',
  ],
  'Babel with the old form of its plugin': [
    {
      packages: ['@babel/preset-typescript', '@babel/plugin-proposal-decorators'],
      files: {
        '.babelrc': `{
          "presets": [["@babel/preset-typescript", { "allowDeclareFields": true }]],
          "plugins": [["@babel/plugin-proposal-decorators", { "version": "legacy" }]] }`,
      },
    },
    'erasable',
    /decoratorAutoAccessors/,
    '.js',
  ],
  'Vite 8': [
    { packages: ['vite'], installedIn: 'apps/sample' },
    'erasable',
    /Vite 8\S+ does not take decorated fields: it leaves/,
    '.js',
  ],
  Next: [
    { packages: ['next', 'typescript'], type: 'commonjs', compilerOptions: { module: 'esnext', noEmit: true } },
    'erasable',
    /Next .*SWC/,
    '',
  ],
  "Node's own TypeScript": [
    { packages: ['typescript'], scripts: { start: 'node --env-file=.env src/main.ts' }, compilerOptions: {} },
    'erasable',
    /Node's own TypeScript/,
    '.ts',
  ],
  'a loader of Node': [
    { packages: ['tsx'], scripts: { start: 'node --import tsx src/main.ts' } },
    'decorators',
    /tsx \(esbuild \S+\) takes them/,
    '.js',
  ],
  'Bun that is not here': [
    { packages: [], files: { 'bunfig.toml': '' } },
    'erasable',
    /Bun .* could not be tried, since the command bun is not here/,
    '.js',
  ],
};

let folder: string;
let chosen: Readonly<Record<string, ChosenStyle>>;

const placeOf = (name: string): string => join(folder, name.replaceAll(/[^a-z0-9]+/gi, '-'));

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'acurecord-style-'));
  for (const [name, [made]] of Object.entries(projects)) makeProject(placeOf(name), made);
  const args = ['--import', loader, join(__dirname, 'print-styles.ts'), ...Object.keys(projects).map(placeOf)];
  const env = { ...process.env, TSX_TSCONFIG_PATH: join(root, 'tsconfig.base.json'), PATH: '/nonexistent' };
  chosen = JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8', env })) as typeof chosen;
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Its configuration in code leaves a mark where it is run. */
function makeProject(place: string, { packages, type = 'module', scripts, compilerOptions, files, installedIn }: Made) {
  mkdirSync(place);
  const devDependencies = Object.fromEntries(packages.map((name) => [name, '*']));
  const trap = `require('node:fs').writeFileSync(${JSON.stringify(join(place, marker))}, '');`;
  const traps = ['vite', 'vitest', 'jest', 'next', 'babel'].map((name) => [`${name}.config.js`, trap]);
  const all: Record<string, string> = {
    ...Object.fromEntries(traps),
    'package.json': JSON.stringify({ type, scripts, devDependencies }),
    ...(compilerOptions && { 'tsconfig.json': JSON.stringify({ compilerOptions }) }),
    ...files,
  };
  for (const [name, text] of Object.entries<string>(all)) writeFileSync(join(place, name), text);
  symlinkSync(join(root, installedIn ?? '', 'node_modules'), join(place, 'node_modules'));
}

describe.each(Object.entries(projects))('a project with %s', (name, [, style, reason, ending]) => {
  it(`gets ${style === 'erasable' ? 'erasable' : 'decorated'} classes, and runs none of its configuration`, () => {
    expect(chosen[placeOf(name)]).toMatchObject({ style, importExtension: ending });
    expect(chosen[placeOf(name)]?.styleReason).toMatch(reason);
    expect(existsSync(join(placeOf(name), marker))).toBe(false);
  });
});

describe('the choice', () => {
  const typescript = { toolchain: 'TypeScript', follows: ['.js'] } as const;
  const node = { toolchain: 'Node', refusal: 'no', follows: ['.ts'], isStrict: true } as const;

  it('is erasable as soon as one refuses, and says which and why', () => {
    expect(chooseStyle([typescript, { ...typescript, toolchain: 'Other', refusal: 'it cannot' }])).toMatchObject({
      style: 'erasable',
      styleReason: 'erasable classes, since Other does not take decorated fields: it cannot',
    });
  });

  it('is erasable where nothing is known', () => {
    expect(chooseStyle([])).toMatchObject({ style: 'erasable', importExtension: '.js' });
  });

  it('ends imports as that one needs which cannot be told otherwise, and says what the others need', () => {
    expect(chooseStyle([typescript, node])).toMatchObject({
      importExtension: '.ts',
      importReason:
        'imports end in .ts (TypeScript needs "allowImportingTsExtensions" or "rewriteRelativeImportExtensions")',
    });
    expect(chooseStyle([typescript, { toolchain: 'Jest', follows: ['', '.ts'] }]).importReason).toMatch(
      /end in \.js \(Jest needs "moduleNameMapper"/,
    );
  });
});

describe('the probe', () => {
  it('notices decorators that a compiler drops, and a class that fails', () => {
    expect(faultOf('class Probe extends Entity {}')).toMatch(/no field of the record/);
    expect(faultOf('throw new Error("broken")')).toMatch(/fails \(broken\)/);
  });
});

describe('generate', () => {
  const schema = {
    endpoint: 'Default',
    version: '24.200.001',
    contract: 4,
    entities: { Thing: { name: 'Thing', topLevel: true, members: {}, actions: {} } },
  };

  it('says in one line what was chosen and why, and nothing where everything is told', async () => {
    const cwd = placeOf('Next');
    writeFileSync(join(cwd, 'model.json'), JSON.stringify(schema));
    const args = ['generate', '--schema', 'model.json', '--out', 'models', '--check'];
    const [first] = (await runInTest(args, { cwd })).err.split('\n');
    expect(first).toBe(
      'Chosen: erasable classes, since Next does not take decorated fields: it compiles with SWC, which leaves ' +
        'decorators on accessor fields; imports without ending. --style and --import-extension decide otherwise.',
    );
    const half = await runInTest([...args, '--style', 'decorators'], { cwd });
    expect(half.err.split('\n', 1)).toEqual(['Chosen: imports without ending. --import-extension decides otherwise.']);
    const told = await runInTest([...args, '--style', 'decorators', '--import-extension', '.js'], { cwd });
    expect(told.err).not.toContain('Chosen');
  });

  it('says what to do about a tsconfig.json that cannot be read', async () => {
    const cwd = join(folder, 'broken');
    makeProject(cwd, { packages: ['typescript'], files: { 'tsconfig.json': '{ "extends": "./missing.json" }' } });
    writeFileSync(join(cwd, 'model.json'), JSON.stringify(schema));
    const { code, err } = await runInTest(['generate', '--schema', 'model.json', '--out', 'x'], { cwd });
    expect([code, err]).toEqual([2, expect.stringMatching(/tsconfig\.json cannot be read.*--style/)]);
  });
});

it('a project is looked at from the folder of its package.json up to the root of its workspaces', async () => {
  const workspace = join(folder, 'workspace');
  mkdirSync(join(workspace, 'packages/app/src'), { recursive: true });
  writeFileSync(
    join(workspace, 'package.json'),
    '{ "workspaces": ["packages/*"], "devDependencies": { "jest": "*" } }',
  );
  writeFileSync(join(workspace, 'tsconfig.json'), '{ "compilerOptions": { "target": "ES2023" } }');
  writeFileSync(join(workspace, 'packages/app/package.json'), '{ "type": "module", "dependencies": { "tsx": "*" } }');
  const { folder: found, top, declared, type, tsconfig } = await lookAtProject(join(workspace, 'packages/app/src'));
  expect([found, top, type, tsconfig?.target]).toEqual([
    join(workspace, 'packages/app'),
    workspace,
    'module',
    'es2023',
  ]);
  expect([...declared]).toEqual(['tsx', 'jest']);
});
