import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startSimulator } from '@acurecord/simulator';
import type { Simulator } from '@acurecord/simulator';
import { installCommands } from '../src/init/needed-packages.js';
import { proposeManifest } from '../src/init/propose-manifest.js';
import { proposeTsconfig } from '../src/init/propose-tsconfig.js';
import { asCommonJs, shownFields } from '../src/init/sample.js';
import { surroundingsOf } from '../src/init/surroundings.js';
import { lookAtProject } from '../src/project/project.js';
import { projectFolder } from './project-folder.js';
import { runInTest } from './run-in-test.js';
import type { Outcome } from './run-in-test.js';

let simulator: Simulator;
let project: ReturnType<typeof projectFolder>;

beforeAll(async () => {
  simulator = await startSimulator();
});

beforeEach(() => {
  project = projectFolder();
});

afterEach(() => {
  expect(simulator.sessions()).toHaveLength(0);
  project.remove();
});

afterAll(() => simulator.close());

const read = (path: string): string => readFileSync(join(project.path, path), 'utf8');
const write = (path: string, text: string): void => writeFileSync(join(project.path, path), text);

function init(args: readonly string[] = [], { url = simulator.url, password = 'admin-secret' } = {}): Promise<Outcome> {
  const connection = ['--url', url, '--username', 'admin', '--tenant', 'Company', '--password-stdin', '--no-install'];
  const env = { ACUMATICA_CACHE_DIR: join(project.path, '.cache') };
  return runInTest(['init', ...connection, ...args], { cwd: project.path, stdin: `${password}\n`, env });
}

describe('init', () => {
  it('shows what would become of package.json and tsconfig.json, and writes it only when that is agreed', async () => {
    const before = '{\n\t"name": "desk",\n\t"scripts": {\n\t\t"lint": "eslint ."\n\t}\n}\n';
    write('package.json', before);
    const { code, err } = await init(['--entities', 'Customer']);
    expect([code, read('package.json'), existsSync(join(project.path, 'tsconfig.json'))]).toEqual([0, before, false]);
    expect(err).toContain('+\t"type": "module"');
    expect(err).toContain('Left as they are: package.json and tsconfig.json. --yes writes them.');
    expect((await init(['--entities', 'Customer', '--yes', '--force'])).code).toBe(0);
    expect(JSON.parse(read('package.json'))).toMatchObject({
      type: 'module',
      scripts: { lint: 'eslint .', start: 'tsx src/first-records.ts' },
    });
    expect(read('package.json')).toContain('\n\t\t"lint"');
    expect(JSON.parse(read('tsconfig.json'))).toMatchObject({ compilerOptions: { strict: true } });
  });

  it('writes settings, classes, a program and its test, and names the version in .env', async () => {
    const { code, out } = await init(['--yes', '--json', '--entities', 'StockItem']);
    expect(code).toBe(0);
    expect((JSON.parse(out) as { written: string[] }).written).toEqual([
      ...['package.json', 'tsconfig.json', '.env', '.gitignore', 'acurecord.json', 'src/acumatica/index.ts'],
      ...['src/records.ts', 'src/first-records.ts', 'src/first-records.test.ts'],
    ]);
    expect(read('.env')).toContain('ACUMATICA_ENDPOINT_VERSION=24.200.001');
    expect(JSON.parse(read('acurecord.json'))).toMatchObject({ out: 'src/acumatica', entities: ['StockItem'] });
    expect(read('src/records.ts')).toContain('class StockItem extends defineFields(generated.StockItem, {');
    expect(read('src/records.ts')).toContain("import { MaxLength } from 'class-validator';");
  });

  it('leaves a program of a person as it is', async () => {
    await init(['--yes']);
    write('src/first-records.ts', '// mine\n');
    await init(['--yes', '--force']);
    expect(read('src/first-records.ts')).toBe('// mine\n');
  });

  it('keeps the answers of an attempt that failed, without the password, and forgets them when it is done', async () => {
    const kept = (): string[] => readdirSync(join(project.path, '.cache')).filter((name) => name.startsWith('init-'));
    expect((await init([], { password: 'wrong-one' })).code).toBe(3);
    const [file = ''] = kept();
    expect(JSON.parse(read(join('.cache', file)))).toEqual({
      url: simulator.url,
      username: 'admin',
      tenant: 'Company',
      endpoint: 'Default',
    });
    expect(existsSync(join(project.path, '.env'))).toBe(false);
    const env = { ACUMATICA_CACHE_DIR: join(project.path, '.cache') };
    const again = ['init', '--password-stdin', '--no-install', '--yes'];
    expect((await runInTest(again, { cwd: project.path, stdin: 'admin-secret\n', env })).code).toBe(0);
    expect([kept(), read('.env').includes(simulator.url)]).toEqual([[], true]);
  });

  it('writes plain JavaScript for the module type that the project has', async () => {
    write('package.json', '{ "devDependencies": { "jest": "*" } }');
    await init(['--yes', '--language', 'javascript']);
    expect(read('src/records.js')).toMatch(/^const \{ defineFields, field \} = require\('acurecord'\);/);
    expect(read('src/records.js')).toContain('module.exports = { Customer };');
    expect(read('src/first-records.test.js')).toContain("test } = require('@jest/globals');");
    expect(existsSync(join(project.path, 'src/acumatica'))).toBe(false);
  });

  it('keeps the document of an endpoint that the simulator does not have by itself, for the test', async () => {
    const document: unknown = await (await fetch(`${simulator.url}/entity/Default/24.200.001/swagger.json`)).json();
    const other = JSON.parse(JSON.stringify(document).replaceAll('Default/24.200.001', 'Desk/1.0.0')) as object;
    await using own = await startSimulator({ schema: other });
    const { code } = await init(['--yes', '--endpoint', 'Desk', '--entities', 'Customer'], { url: own.url });
    expect(code).toBe(0);
    expect(JSON.parse(read('acumatica-endpoint.json'))).toMatchObject({ info: { title: 'Desk/1.0.0' } });
    expect(read('src/first-records.test.ts')).toContain("readFileSync('acumatica-endpoint.json', 'utf8')");
  });

  it('works without an ERP, for the simulator', async () => {
    const { code } = await runInTest(['init', '--simulator', '--no-install'], { cwd: project.path });
    expect([code, read('.env').split('\n', 1)]).toEqual([0, ['ACUMATICA_URL=http://127.0.0.1:8080']]);
  });

  it.each([
    [['--language', 'cobol'], '--language is one of typescript, javascript, not "cobol"'],
    [['--runner', 'mocha'], '--runner is one of node, vitest, jest, not "mocha"'],
    [['--entities', 'Customr'], 'The endpoint has no Customr.'],
  ])('says what is wrong with %j', async (args, message) => {
    const { code, err } = await init(args);
    expect([code, err]).toEqual([2, expect.stringContaining(message)]);
  });
});

describe('what a project shows', () => {
  const see = async (manifest: object, files: Record<string, string> = {}, env = {}) => {
    write('package.json', JSON.stringify(manifest));
    for (const [name, text] of Object.entries(files)) write(name, text);
    return surroundingsOf(await lookAtProject(project.path), env);
  };

  it('is its package manager: as it says, by its lock file, or as it was started', async () => {
    expect(await see({ packageManager: 'pnpm@10.0.0' })).toEqual({ packageManager: 'pnpm' });
    expect(await see({}, { 'yarn.lock': '' })).toEqual({ packageManager: 'yarn' });
    project.remove();
    project = projectFolder();
    expect(await see({}, {}, { npm_config_user_agent: 'bun/1.2.0 npm/?' })).toEqual({ packageManager: 'bun' });
    expect(await see({})).toEqual({ packageManager: 'npm' });
  });

  it('is its language, its test runner and its framework', async () => {
    expect(await see({ devDependencies: { vitest: '*', typescript: '*' }, dependencies: { next: '*' } })).toEqual({
      packageManager: 'npm',
      language: 'typescript',
      runner: 'vitest',
      framework: 'Next',
    });
  });
});

describe('what is proposed', () => {
  const typed = { language: 'typescript', runner: 'node', folder: 'src' } as const;
  const propose = (text: string, choices: Parameters<typeof proposeManifest>[2]['choices'], framework?: string) =>
    JSON.parse(
      proposeManifest(text, '/projects/My Desk', {
        choices,
        surroundings: { packageManager: 'npm', ...(framework !== undefined && { framework }) },
      }),
    ) as Record<string, unknown>;

  it('is a module, unless a framework or a program that has begun says otherwise', () => {
    expect(propose('', typed)).toMatchObject({ name: 'my-desk', private: true, type: 'module' });
    expect(propose('{ "type": "commonjs", "scripts": { "test": "mocha" } }', typed)).toMatchObject({
      type: 'commonjs',
    });
    expect(propose('{}', typed, 'NestJS')).not.toHaveProperty('type');
  });

  it('leaves scripts that are there, and sets Jest up where it is new', () => {
    const made = propose('{ "scripts": { "start": "mine" } }', { ...typed, runner: 'jest' });
    expect(made).toMatchObject({
      scripts: { start: 'mine', test: 'jest' },
      jest: { transform: { '^.+\\.ts$': '@swc/jest' } },
    });
  });

  it('lets a compiler follow imports that end in .ts, by the setting that suits it', async () => {
    for (const [noEmit, option] of [
      [true, 'allowImportingTsExtensions'],
      [false, 'rewriteRelativeImportExtensions'],
    ] as const) {
      const text = `{\n  // ours\n  "compilerOptions": { "noEmit": ${noEmit} }\n}\n`;
      write('package.json', '{}');
      write('tsconfig.json', text);
      const proposed = proposeTsconfig(text, await lookAtProject(project.path), '.ts');
      expect(proposed).toContain(`"${option}": true`);
      expect(proposed).toContain('// ours');
    }
  });

  it('is installed by the words of each package manager', () => {
    const needed = { dependencies: ['acurecord'], devDependencies: ['tsx'] };
    const lines = (['npm', 'pnpm', 'yarn', 'bun'] as const).map((manager) =>
      installCommands(manager, needed).map((words) => words.join(' ')),
    );
    expect(lines).toEqual([
      ['npm install acurecord', 'npm install --save-dev tsx'],
      ['pnpm add acurecord', 'pnpm add -D tsx'],
      ['yarn add acurecord', 'yarn add --dev tsx'],
      ['bun add acurecord', 'bun add -D tsx'],
    ]);
  });
});

it('a sample shows a key and a text, also of an entity that is in no catalogue', () => {
  const string = { kind: 'field', type: 'String' } as const;
  const thing = {
    name: 'Thing',
    topLevel: true,
    actions: {},
    members: { Note2: string, ThingNbr: string, Descr: string },
  };
  expect(shownFields(thing)).toEqual({ key: 'ThingNbr', text: 'Note2' });
  expect(shownFields({ ...thing, members: {} })).toBeUndefined();
});

it('a program becomes CommonJS with the same names', () => {
  expect(asCommonJs("import fs from 'fs';\nimport { a as b, c } from './d.js';\n\nexport class E {}\n")).toBe(
    "const fs = require('fs');\nconst { a: b, c } = require('./d.js');\n\nclass E {}\n\nmodule.exports = { E };\n",
  );
});
