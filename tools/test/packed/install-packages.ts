import { execFile } from 'node:child_process';
import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const root = join(import.meta.dirname ?? __dirname, '../../..');

/** A new folder in which the packages are installed as people get them: packed, without workspace link or source. */
export async function installPackages(
  ...others: readonly string[]
): Promise<{ path: string; remove(): Promise<void> }> {
  const path = await mkdtemp(join(tmpdir(), 'acurecord-packed-'));
  await writeFile(join(path, 'package.json'), JSON.stringify({ private: true, type: 'module' }));
  await packAll(path);
  await installInto(path, [
    ...(await tarballsIn(path)),
    ...(await asInstalledHere('typescript', '@types/node')),
    ...others,
  ]);
  return { path, remove: () => rm(path, { recursive: true, force: true }) };
}

/** Installs packages, by file or by name, into a folder that has a package.json; gives what npm had to say of them. */
export async function installInto(path: string, packages: readonly string[]): Promise<string> {
  const install = ['install', '--prefer-offline', '--no-audit', '--no-fund', ...packages];
  const { stderr } = await run('npm', install, { cwd: path });
  return stderr;
}

/** The packed packages in a folder, by their whole paths. */
export async function tarballsIn(path: string): Promise<string[]> {
  const files = await readdir(path);
  return files.filter((file) => file.endsWith('.tgz')).map((file) => join(path, file));
}

/** Names of packages with the versions that this repository has. */
export async function asInstalledHere(...names: readonly string[]): Promise<string[]> {
  const manifests = names.map((name) => readFile(join(root, 'node_modules', name, 'package.json'), 'utf8'));
  const texts = await Promise.all(manifests);
  return texts.map((text, index) => `${names[index]}@${(JSON.parse(text) as { version: string }).version}`);
}

/** Packs all in one run of npm. */
export async function packAll(destination: string): Promise<void> {
  const names = await readdir(join(root, 'packages'));
  const workspaces = names.flatMap((name) => ['--workspace', join('packages', name)]);
  await run('npm', ['pack', '--silent', '--pack-destination', destination, ...workspaces], { cwd: root });
}
