import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** No file of a package relies on another one having been loaded before it. */

const packages = join(__dirname, '../../packages');

/** Files that are a program: they run when they are loaded, as commands and workers do, and have tests that run them. */
const PROGRAMS: ReadonlySet<string> = new Set([
  'cli/main.ts',
  'create-acurecord/main.ts',
  'transport/session/exit-worker.ts',
]);

it.each(readdirSync(packages))('can import every file of %s alone', (name) => {
  const folder = join(packages, name, 'src');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => /\.tsx?$/.test(file));
  const modules = files.filter((file) => !PROGRAMS.has(`${name}/${file}`));
  expect(modules.length).toBeGreaterThan(0);
  expect(modules.flatMap((file) => faultOf(join(folder, file)))).toEqual([]);
});

it('sees a file that can only be imported after another one', () => {
  const folder = mkdtempSync(join(tmpdir(), 'imports-alone-'));
  try {
    writeFileSync(
      join(folder, 'parent.ts'),
      "import { Child } from './child';\nexport class Parent {\n  child = () => new Child();\n}",
    );
    writeFileSync(join(folder, 'child.ts'), "import { Parent } from './parent';\nexport class Child extends Parent {}");
    expect(faultOf(join(folder, 'parent.ts'))).toHaveLength(1);
    expect(faultOf(join(folder, 'child.ts'))).toEqual([]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

/** What goes wrong when a file is the first one to be loaded. */
function faultOf(file: string): string[] {
  let fault: string[] = [];
  jest.isolateModules(() => {
    try {
      jest.requireActual(file);
    } catch (error) {
      fault = [`${file}: ${String(error)}`];
    }
  });
  return fault;
}
