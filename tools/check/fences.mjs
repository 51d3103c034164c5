// Compiles every TypeScript example of the READMEs and doc comments, so that none of them can go stale.
// An example is a module of its own; what it imports by a relative path stands beside the file that it is in.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

const root = join(import.meta.dirname, '../..');
const folder = join(root, 'tools/.fences/examples');
const projects = ['packages', 'apps'].flatMap((parent) =>
  readdirSync(join(root, parent)).map((name) => join(root, parent, name)),
);

const examples = [];
collect(join(root, 'README.md'));
for (const project of projects) {
  collect(join(project, 'README.md'));
  for (const file of sourcesBelow(join(project, 'src'))) collect(file);
}

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
examples.forEach(({ file, code }, index) => {
  const fromFile = relative(folder, dirname(file));
  const module = code.replace(/ from '(\.{1,2}\/)/g, (_all, path) => ` from '${fromFile}/${path}`);
  writeFileSync(join(folder, `${index}.ts`), `${module}\nexport {};\n`);
});
const compilerOptions = { noUnusedLocals: false, noUnusedParameters: false };
const include = ['*.ts'];
writeFileSync(
  join(folder, 'tsconfig.json'),
  JSON.stringify({ extends: '../../../tsconfig.base.json', compilerOptions, include }),
);

const { stdout, status } = spawnSync('npx', ['tsc', '-p', folder, '--pretty', 'false'], {
  cwd: root,
  encoding: 'utf8',
});
const places = stdout.replace(/^(?:tools\/\.fences\/examples\/)?(\d+)\.ts\((\d+),/gm, (_all, index, line) => {
  const example = examples[Number(index)];
  return `${relative(root, example.file)}(${example.line + Number(line)},`;
});
console.log(status === 0 ? `${examples.length} examples compile` : places);
process.exitCode = status === 0 ? 0 : 1;

function collect(file) {
  if (!existsSync(file)) return;
  const inComment = file.endsWith('.ts');
  const lines = readFileSync(file, 'utf8')
    .split('\n')
    .map((line) => (inComment ? line.replace(/^\s*\* ?/, '') : line));
  for (let start = 0; start < lines.length; start += 1) {
    if (lines[start].trim() !== '```ts') continue;
    const end = lines.indexOf('```', start + 1);
    if (end < 0) throw new Error(`${relative(root, file)}(${start + 1}): an example without an end`);
    examples.push({ file, line: start + 1, code: lines.slice(start + 1, end).join('\n') });
    start = end;
  }
}

function sourcesBelow(path) {
  if (!existsSync(path)) return [];
  return readdirSync(path, { withFileTypes: true }).flatMap((entry) => {
    const below = join(path, entry.name);
    return entry.isDirectory() ? sourcesBelow(below) : entry.name.endsWith('.ts') ? [below] : [];
  });
}
