import { execFile } from 'node:child_process';
import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const root = join(__dirname, '../../..');

/** A new folder in which the packages are installed as people get them: packed, without workspace link or source. */
export async function installPackages(
  ...others: readonly string[]
): Promise<{ path: string; remove(): Promise<void> }> {
  const path = await mkdtemp(join(tmpdir(), 'acurecord-packed-'));
  await writeFile(join(path, 'package.json'), JSON.stringify({ private: true, type: 'module' }));
  const known = await Promise.all(['typescript', '@types/node'].map(asInstalledHere));
  const packages = [...(await packAll(path)), ...known, ...others];
  await run('npm', ['install', '--prefer-offline', '--no-audit', '--no-fund', ...packages], { cwd: path });
  return { path, remove: () => rm(path, { recursive: true, force: true }) };
}

/** Packs all in one run of npm. */
async function packAll(destination: string): Promise<string[]> {
  const names = await readdir(join(root, 'packages'));
  const workspaces = names.flatMap((name) => ['--workspace', join('packages', name)]);
  const { stdout } = await run('npm', ['pack', '--silent', '--pack-destination', destination, ...workspaces], {
    cwd: root,
  });
  return stdout
    .trim()
    .split('\n')
    .map((file) => `./${file}`);
}

async function asInstalledHere(dependency: string): Promise<string> {
  const manifest = await readFile(join(root, 'node_modules', dependency, 'package.json'), 'utf8');
  return `${dependency}@${(JSON.parse(manifest) as { version: string }).version}`;
}
