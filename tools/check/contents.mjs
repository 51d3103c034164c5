// Looks into every package as npm would pack it: the licence is there, source maps come without the sources, and neither
// the download nor what it unpacks to is larger than size-budgets.json allows. Then at what is installed beside them: every
// dependency runs on the oldest Node that the workspace names, so that nobody is warned.
import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import semver from 'semver';

const root = join(import.meta.dirname, '../..');
const budgets = readJson(join(import.meta.dirname, 'size-budgets.json'));
const license = readFileSync(join(root, 'LICENSE'), 'utf8');
const folders = readdirSync(join(root, 'packages')).map((name) => join(root, 'packages', name));
const faults = [...folders.flatMap(faultsOf), ...foreignFaults()];

console.log(faults.length === 0 ? `${folders.length} packages hold what they should` : faults.join('\n'));
process.exitCode = faults.length === 0 ? 0 : 1;

function faultsOf(folder) {
  const printed = execFileSync('npm', ['pack', '--dry-run', '--json', '--silent'], { cwd: folder, encoding: 'utf8' });
  const [{ name, size, unpackedSize, files }] = JSON.parse(printed);
  const found = [];
  const paths = files.map(({ path }) => path);
  if (!paths.includes('LICENSE') || readFileSync(join(folder, 'LICENSE'), 'utf8') !== license)
    found.push(`${name} is packed without the licence: copy LICENSE into its folder.`);
  for (const path of paths.filter((file) => file.endsWith('.map'))) {
    if (readJson(join(folder, path)).sourcesContent !== undefined)
      found.push(`${name}: ${path} has all sources in it.`);
  }
  const budget = budgets[name];
  if (budget === undefined) return [...found, `${name} has no budget in tools/check/size-budgets.json.`];
  for (const [what, bytes, kB] of [
    ['download', size, budget.downloadKb],
    ['unpacked size', unpackedSize, budget.unpackedKb],
  ]) {
    if (bytes > kB * 1000) found.push(`${name}: its ${what} is ${Math.ceil(bytes / 1000)} kB, and may be ${kB} kB.`);
  }
  return found;
}

/** Packages of the lock file that want a newer Node than we do. */
function foreignFaults() {
  const oldest = semver.minVersion(readJson(join(root, 'package.json')).engines.node);
  return Object.entries(readJson(join(root, 'package-lock.json')).packages).flatMap(([place, { engines }]) => {
    if (!place.startsWith('node_modules/') || engines?.node === undefined) return [];
    if (semver.satisfies(oldest, engines.node)) return [];
    return [`${place} wants Node ${engines.node}, and Node ${oldest} is promised: choose another version.`];
  });
}

function readJson(file) {
  return JSON.parse(readFileSync(file, 'utf8'));
}
