import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import type { Command } from 'commander';
import { addCommonOptions, addConnectionOptions } from '../connection/connection-options.js';
import type { ConnectionOptions } from '../connection/connection-options.js';
import { EXIT, UsageError } from '../exit-code.js';
import { choicesFor, entitiesFor } from '../init/choices.js';
import type { ChoiceOptions } from '../init/choices.js';
import { connectionAnswers, SIMULATOR } from '../init/connection-answers.js';
import type { ConnectionAnswers } from '../init/connection-answers.js';
import { forgetAnswers, keepAnswers, readAnswers } from '../init/kept-answers.js';
import { lookAtSimulator, lookAtSite } from '../init/look-at-site.js';
import type { SiteModel } from '../init/look-at-site.js';
import { installCommands, neededPackages } from '../init/needed-packages.js';
import { diffOf } from '../init/proposal.js';
import type { Proposal } from '../init/proposal.js';
import { proposeManifest } from '../init/propose-manifest.js';
import type { Choices } from '../init/propose-manifest.js';
import { proposeTsconfig } from '../init/propose-tsconfig.js';
import { runCommand } from '../init/run-command.js';
import { surroundingsOf } from '../init/surroundings.js';
import type { PackageManager, Surroundings } from '../init/surroundings.js';
import { writeProgram } from '../init/write-program.js';
import { writeSettings } from '../init/write-settings.js';
import { readIfThere } from '../project/env-file.js';
import { lookAtProject } from '../project/project.js';
import { projectStyle } from '../toolchain/project-style.js';
import { askYesNo } from '../terminal/ask.js';
import { isInteractive, put, say } from '../terminal/terminal.js';
import type { Terminal } from '../terminal/terminal.js';

interface Options extends ConnectionOptions, ChoiceOptions {
  readonly force?: boolean;
  readonly offline?: boolean;
  readonly simulator?: boolean;
  readonly yes?: boolean;
  readonly install: boolean;
}

/** `acurecord init`: asks for the connection, tries it, and leaves a project whose program and test run. */
export function addInitCommand(program: Command, terminal: Terminal, finish: (code: number) => void): void {
  const command = program
    .command('init')
    .description('set a project up: settings, generated classes, a sample program and its test')
    .option('--out <folder>', 'where generated classes go', 'src/acumatica')
    .option('--entities <names>', 'entities that the program uses, separated by commas')
    .option('--simulator', 'for the simulator that "acurecord simulate" starts, without an ERP')
    .option('--language <name>', 'typescript or javascript; unless told, what the project shows')
    .option('--runner <name>', 'who runs tests: node, vitest or jest; unless told, what the project shows')
    .option('--yes', 'write changes of package.json and tsconfig.json, and install packages, without asking')
    .option('--no-install', 'install no packages')
    .option('--offline', 'do not try the connection; then only settings are written')
    .option('--force', 'write settings also when the connection fails, or when there are some already')
    .addHelpText(
      'after',
      `
Examples:
  acurecord init
  acurecord init --simulator --yes
  ACUMATICA_PASSWORD=… acurecord init --url https://host/AcumaticaERP --username admin --tenant Company --yes`,
    );
  addCommonOptions(addConnectionOptions(command)).action(async (options: Options) => {
    finish(await initialize(terminal, options));
  });
}

async function initialize(terminal: Terminal, options: Options): Promise<number> {
  await refuseOtherSettings(terminal, options);
  const surroundings = surroundingsOf(await lookAtProject(terminal.cwd), terminal.env);
  const answers = options.simulator === true ? SIMULATOR : await connectionAnswers(terminal, options);
  await keep(terminal, options, answers);
  const look = options.simulator === true ? lookAtSimulator : lookAtSite;
  const site = options.offline === true ? undefined : await look(terminal, options, answers);
  if (site === undefined && options.offline !== true && options.force !== true) {
    say(
      terminal,
      'Nothing was written; the answers are kept. Try again, or write the settings as they are with --force.',
    );
    return EXIT.signIn;
  }
  const written = await writeAll(terminal, options, { answers, site, surroundings });
  await forgetAnswers(terminal);
  if (options.json === true) await put(terminal, `${JSON.stringify({ written }, null, 2)}\n`);
  else say(terminal, `Written: ${written.join(', ')}.\n${nextSteps(options, site, surroundings.packageManager)}`);
  return EXIT.ok;
}

async function refuseOtherSettings(terminal: Terminal, { force }: Options): Promise<void> {
  const file = resolve(terminal.cwd, '.env');
  if (force === true || !/^[ \t]*(?:export[ \t]+)?ACUMATICA_/m.test(await readIfThere(file))) return;
  const agreed = await askYesNo(terminal, `${file} has Acumatica settings already. Replace them?`);
  if (!agreed) throw new UsageError(`${file} has Acumatica settings already: --force replaces them.`);
}

/** Everything but the password, so that a slip in one answer does not cost the others. */
async function keep(terminal: Terminal, { entities }: Options, answers: ConnectionAnswers): Promise<void> {
  const { url, username, tenant, endpoint } = answers;
  await keepAnswers(terminal, { url, username, tenant, endpoint, ...(entities !== undefined && { entities }) });
}

interface Found {
  readonly answers: ConnectionAnswers;
  readonly site: SiteModel | undefined;
  readonly surroundings: Surroundings;
}

async function writeAll(
  terminal: Terminal,
  options: Options,
  { answers, site, surroundings }: Found,
): Promise<string[]> {
  const out = options.out.replaceAll('\\', '/').replace(/(?<!\/)\/+$/, '');
  if (site === undefined) return writeSettings(terminal.cwd, answers, { out });
  const choices = await choicesFor(terminal, options, surroundings);
  const entities = await entitiesFor(terminal, options, site.schema, (await readAnswers(terminal)).entities);
  const changed = await changeProject(terminal, options, choices, surroundings);
  const settings = { out, version: site.schema.version, entities };
  const written = await writeSettings(terminal.cwd, answers, settings);
  const program = await writeProgram(terminal, { site, entities, choices, out });
  const adapted = await proposeAndWrite(terminal, options, await tsconfigProposal(terminal, choices));
  return [...new Set([...changed, ...written, ...program, ...adapted])];
}

/** Shows what would become of `package.json` and `tsconfig.json`, writes it when that is agreed, and installs packages. */
async function changeProject(
  terminal: Terminal,
  options: Options,
  choices: Choices,
  surroundings: Surroundings,
): Promise<string[]> {
  const before = await readIfThere(resolve(terminal.cwd, 'package.json'));
  const after = proposeManifest(before, terminal.cwd, { choices, surroundings });
  const manifest = { path: 'package.json', before, after };
  const proposals = [manifest, ...(await tsconfigProposal(terminal, choices))];
  const written = await proposeAndWrite(terminal, options, proposals);
  if (options.install) await install(terminal, options, choices, surroundings.packageManager);
  return written;
}

async function tsconfigProposal(terminal: Terminal, { language }: Choices): Promise<Proposal[]> {
  if (language !== 'typescript') return [];
  const project = await lookAtProject(terminal.cwd);
  const before = await readIfThere(resolve(terminal.cwd, 'tsconfig.json'));
  const { importExtension } = await projectStyle(project);
  return [{ path: 'tsconfig.json', before, after: proposeTsconfig(before, project, importExtension) }];
}

async function proposeAndWrite(
  terminal: Terminal,
  options: Options,
  proposals: readonly Proposal[],
): Promise<string[]> {
  const changes = proposals.filter(({ before, after }) => before !== after);
  if (changes.length === 0) return [];
  for (const change of changes) say(terminal, diffOf(change));
  const names = changes.map(({ path }) => path).join(' and ');
  const agreed = options.yes === true || (await askYesNo(terminal, `Write ${names} so?`));
  if (!agreed) {
    const hint = isInteractive(terminal) ? '' : ' --yes writes them.';
    say(terminal, `Left as they are: ${names}.${hint}`);
    return [];
  }
  for (const { path, after } of changes) {
    const file = resolve(terminal.cwd, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, after);
  }
  return changes.map(({ path }) => path);
}

async function install(terminal: Terminal, options: Options, choices: Choices, manager: PackageManager): Promise<void> {
  const commands = installCommands(manager, neededPackages(await lookAtProject(terminal.cwd), choices));
  if (commands.length === 0) return;
  const lines = commands.map((command) => command.join(' '));
  const agreed = options.yes === true || (await askYesNo(terminal, `Run ${lines.join(' and ')}?`));
  if (!agreed) return say(terminal, `To be installed: ${lines.join('; ')}`);
  for (const command of commands) {
    say(terminal, command.join(' '));
    if (!(await runCommand(terminal, command)))
      throw new UsageError(
        `"${command.join(' ')}" failed. Run it yourself, then "acurecord init --no-install" goes on.`,
      );
  }
}

function nextSteps({ simulator }: Options, site: SiteModel | undefined, manager: PackageManager): string {
  if (site === undefined) return 'Next: acurecord generate --entities Customer,SalesOrder';
  const start = simulator === true ? 'npx acurecord simulate --port 8080, and beside it ' : '';
  return `Next: ${manager} test; ${start}${manager} start.`;
}
