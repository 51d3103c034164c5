// The root package.json says where the project lives and what it is found by; every package says the same of itself.
// `--write` makes them do so: to move the project, change `repository`, `homepage` and `bugs` in the root and run it.
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');
const project = readManifest(join(root, 'package.json'));
const isWriting = process.argv.includes('--write');
const complaints = [];

for (const name of readdirSync(join(root, 'packages'))) {
  const file = join(root, 'packages', name, 'package.json');
  const manifest = readManifest(file);
  const wanted = withProject(manifest, `packages/${name}`);
  if (JSON.stringify(wanted) === JSON.stringify(manifest)) continue;
  if (isWriting) writeFileSync(file, `${JSON.stringify(wanted, null, 2)}\n`);
  else complaints.push(`packages/${name}/package.json does not say where the project lives: npm run manifests`);
}
console.log(complaints.length === 0 ? 'Every package says where the project lives' : complaints.join('\n'));
process.exitCode = complaints.length === 0 ? 0 : 1;

/** A manifest with the words of the project after its licence, and its own keywords after those of all. */
function withProject({ keywords = [], repository: _, homepage: __, bugs: ___, ...manifest }, directory) {
  const own = keywords.filter((word) => !project.keywords.includes(word));
  const words = {
    keywords: [...project.keywords, ...own],
    homepage: `${project.homepage}/tree/main/${directory}#readme`,
    bugs: project.bugs,
    repository: { ...project.repository, directory },
  };
  const entries = Object.entries(manifest);
  const place = entries.findIndex(([name]) => name === 'license') + 1;
  return Object.fromEntries([...entries.slice(0, place), ...Object.entries(words), ...entries.slice(place)]);
}

function readManifest(file) {
  return JSON.parse(readFileSync(file, 'utf8'));
}
