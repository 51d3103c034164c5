import { execFile, spawn } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { startSimulator } from '@acurecord/simulator';
import { startRegistry } from '../../test/packed/local-registry.js';

const execute = promisify(execFile);
const root = join(import.meta.dirname, '../../..');

/** What people do first, as they read it, with the packages as they install them. */
export const about = 'the pages for beginners word by word, with npm, pnpm and yarn, and npm create, by the stopwatch';

export const limitMinutes = 30;

/** How each package manager says what the page says for npm; the page has the same words. */
const MANAGERS = {
  npm: (line) => line,
  pnpm: (line) =>
    line
      .replace(/^npm init -y$/, 'pnpm init')
      .replace(/^npm install --save-dev/, 'pnpm add -D')
      .replace(/^npm install/, 'pnpm add')
      .replace(/^npx /, 'pnpm exec '),
  yarn: (line) =>
    line
      .replace(/^npm init -y$/, 'yarn init -y')
      .replace(/^npm install --save-dev/, 'yarn add --dev')
      .replace(/^npm install/, 'yarn add')
      .replace(/^npx /, 'yarn --silent run '),
};

/** Each page in a folder of its own; says how many seconds each took up to the first record. */
export async function run() {
  const folder = await mkdtemp(join(tmpdir(), 'acurecord-beginner-'));
  const registry = await startRegistry(root);
  const tools = join(folder, 'tools');
  const settings = {
    npm_config_registry: registry.url,
    YARN_REGISTRY: registry.url,
    npm_config_cache: join(folder, 'npm-cache'),
    YARN_CACHE_FOLDER: join(folder, 'yarn-cache'),
    npm_config_store_dir: join(folder, 'pnpm-store'),
    npm_config_yes: 'true',
    npm_config_update_notifier: 'false',
    // pnpm runs the install script of esbuild only when it is told so; tsx works without
    npm_config_strict_dep_builds: 'false',
    ACUMATICA_CACHE_DIR: join(folder, 'cache'),
    NO_COLOR: '1',
  };
  // what the npm that started this has set is none of a beginner's
  const own = Object.entries(process.env).filter(([name]) => !/^(npm_|ACUMATICA_|TSX_)/.test(name));
  const PATH = `${join(tools, 'node_modules/.bin')}:${process.env.PATH}`;
  const env = { ...Object.fromEntries(own), ...settings, PATH };
  try {
    await mkdir(tools);
    await command('npm install --prefix . pnpm@10 yarn@1', { cwd: tools, env });
    const told = [];
    for (const manager of Object.keys(MANAGERS)) told.push(await follow('getting-started', { folder, env, manager }));
    told.push(await follow('plain-javascript', { folder, env, manager: 'npm' }));
    told.push(await create({ folder, env }));
    return `${told.join('; ')}.`;
  } finally {
    await registry.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** Does what a page says, up to where it explains settings, in an empty folder. */
async function follow(page, place) {
  const simulator = await startSimulator();
  try {
    return await followWith(simulator, page, place);
  } finally {
    await simulator.close();
  }
}

async function followWith(simulator, page, { folder, env, manager }) {
  const cwd = join(folder, `${page}-${manager}`);
  await mkdir(cwd);
  const text = await readFile(join(root, 'docs', `${page}.md`), 'utf8');
  const started = performance.now();
  let first;
  for (const { language, info, code } of fencesOf(text.split('\n## Where settings come from')[0])) {
    const file = /^file=(\S+)/.exec(info)?.[1];
    if (file !== undefined) await writeFileIn(cwd, file, code);
    if (language !== 'sh') continue;
    for (const line of code.trim().split('\n')) {
      const [words, promised] = line.split(/\s+# → /);
      if (/doctor/.test(words)) await writeFileIn(cwd, '.env', settingsOf(simulator.url));
      const printed = await command(MANAGERS[manager](words), { cwd, env });
      if (promised !== undefined && !printed.includes(promised))
        throw new Error(`${page}, ${manager}: "${words}" did not print "${promised}":\n${printed}`);
      if (promised === 'A Bar & Tender') first = seconds(started);
    }
  }
  if (first === undefined) throw new Error(`${page}, ${manager}: no record was printed.`);
  if (simulator.sessions().length > 0) throw new Error(`${page}, ${manager}: a session was left open.`);
  return `${page} with ${manager}: first record after ${first} s`;
}

/** A program from nothing: its test passes, and it prints a record of the simulator that its own command starts. */
async function create({ folder, env }) {
  const started = performance.now();
  await command('npm create acurecord@latest desk -- --simulator --yes', { cwd: folder, env });
  const cwd = join(folder, 'desk');
  const made = seconds(started);
  await command('npx tsc -p .', { cwd, env });
  await command('npm test', { cwd, env });
  // the project's own address is a fixed one, which somebody may have taken on this machine
  const words = ['node_modules/@acurecord/cli/dist/main.js', 'simulate', '--port', '0'];
  const simulate = spawn('node', words, { cwd, env, stdio: ['ignore', 'pipe', 'inherit'] });
  try {
    const url = await addressIn(simulate);
    const printed = await command('npm start', { cwd, env: { ...env, ACUMATICA_URL: url } });
    if (!printed.includes('Customer ABARTENDE A Bar & Tender')) throw new Error(`npm start printed:\n${printed}`);
  } finally {
    simulate.kill('SIGTERM');
  }
  return `npm create: a project after ${made} s, whose test and program ran`;
}

/** The address that a simulator prints when it has started. */
async function addressIn(child) {
  let printed = '';
  return new Promise((resolve, reject) => {
    child.stdout.on('data', (text) => {
      printed += text;
      const [url] = /http:\/\/127\.0\.0\.1:\d+[^\s"]*/.exec(printed) ?? [];
      if (url !== undefined) resolve(url);
    });
    child.once('close', () => reject(new Error(`The simulator ended: ${printed}`)));
  });
}

function fencesOf(text) {
  return [...text.matchAll(/^```(\w+) ?(.*)\n([\s\S]*?)^```$/gm)].map(([, language, info, code]) => ({
    language,
    info,
    code,
  }));
}

async function writeFileIn(folder, name, text) {
  await mkdir(dirname(join(folder, name)), { recursive: true });
  await writeFile(join(folder, name), text);
}

/** As the page writes them, with the address and the user of the simulator. */
function settingsOf(url) {
  const settings = { URL: url, USERNAME: 'admin', PASSWORD: 'admin-secret', TENANT: 'Company' };
  return Object.entries(settings)
    .map(([name, value]) => `ACUMATICA_${name}=${value}\n`)
    .join('');
}

/** Runs a line of a page as a shell does; gives what it printed. */
async function command(line, { cwd, env }) {
  try {
    const { stdout, stderr } = await execute('sh', ['-c', line], { cwd, env, timeout: 300_000, maxBuffer: 16 << 20 });
    return `${stdout}${stderr}`;
  } catch (error) {
    throw new Error(`"${line}" failed:\n${error.stdout ?? ''}${error.stderr ?? error.message}`, { cause: error });
  }
}

function seconds(since) {
  return Math.round((performance.now() - since) / 100) / 10;
}
