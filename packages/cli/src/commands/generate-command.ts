import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { generateModels, planWrites } from '@acurecord/generator';
import type { GeneratedModels, GenerateOptions, WriteStep } from '@acurecord/generator';
import { loadKnowledge } from 'acurecord';
import type { EndpointSchema, EntityFacts } from 'acurecord';
import type { Command } from 'commander';
import { addCommonOptions, addConnectionOptions } from '../connection/connection-options.js';
import type { ConnectionOptions } from '../connection/connection-options.js';
import { openClient } from '../connection/open-client.js';
import { EXIT, UsageError } from '../exit-code.js';
import { plainModel, schemaFromFile, schemaWithCustomFields } from '../generate/load-schema.js';
import { applySteps, readFolder } from '../generate/output-folder.js';
import { lookAtProject } from '../project/project.js';
import { readProjectConfig } from '../project/project-config.js';
import type { ProjectConfig } from '../project/project-config.js';
import { cleanText } from '../terminal/clean-text.js';
import { paint } from '../terminal/colors.js';
import { splitList } from '../terminal/split-list.js';
import type { Style } from '../toolchain/choose-style.js';
import { projectStyle } from '../toolchain/project-style.js';
import { finishStep } from '../terminal/interruption.js';
import { Progress } from '../terminal/progress.js';
import { put, say } from '../terminal/terminal.js';
import type { Terminal } from '../terminal/terminal.js';

interface Options extends ConnectionOptions {
  readonly out?: string;
  readonly schema?: string;
  readonly entities?: string;
  readonly customFields?: boolean;
  readonly style?: string;
  readonly decimals?: string;
  readonly importExtension?: string;
  readonly saveModel?: string;
  readonly force?: boolean;
  readonly check?: boolean;
}

/** `acurecord generate`: typed classes from the live tenant or from a saved document. */
export function addGenerateCommand(program: Command, terminal: Terminal, finish: (code: number) => void): void {
  const command = program
    .command('generate')
    .description('write typed classes for the entities of an endpoint')
    .option('--out <folder>', 'where to; <folder>/index.ts is the entry')
    .option('--schema <file>', 'work offline, from a saved swagger.json or a saved model')
    .option('--entities <names>', 'only these and what they need, separated by commas')
    .option('--custom-fields', 'ask the server for custom fields, once for each entity')
    .option('--style <style>', 'decorators or erasable; unless told, what the installed compilers take')
    .option('--decimals <type>', 'number, or string where the client keeps decimals exact')
    .option('--import-extension <ending>', 'how files name each other: .js, .ts or none; unless told, as they follow')
    .option('--save-model <file>', 'also write the model as JSON, for a later diff or generate --schema')
    .option('--force', 'overwrite generated files that were edited by hand')
    .option('--check', 'write nothing, exit with 1 if anything would change')
    .addHelpText(
      'after',
      `
Examples:
  acurecord generate --out src/acumatica --entities Customer,SalesOrder
  acurecord generate --out src/acumatica --schema swagger.json
  acurecord generate --check        (in CI; folder and entities come from acurecord.json)`,
    );
  addCommonOptions(addConnectionOptions(command)).action(async (options: Options) => {
    finish(await generate(terminal, options));
  });
}

async function generate(terminal: Terminal, options: Options): Promise<number> {
  const project = await readProjectConfig(terminal.cwd);
  const out = options.out ?? project.out;
  if (out === undefined) throw new UsageError('Say where the classes go: --out src/acumatica.');
  const entities = options.entities === undefined ? project.entities : splitList(options.entities);
  const schema = await loadSchema(terminal, options, { project, entities });
  const chosen = await chosenStyle(terminal, options, project);
  const knowledge = await loadKnowledge();
  const facts = (entity: string): EntityFacts | undefined => knowledge.entity(schema.endpoint, entity);
  const models = generateModels(schema, { ...chosen, ...generateOptions(options, project, entities), facts });
  const folder = resolve(terminal.cwd, out);
  const steps = planWrites(models.files, await readFolder(folder), { force: options.force === true });
  finishStep(terminal, 'the last file');
  if (options.check !== true) await applySteps(folder, steps);
  if (options.saveModel !== undefined && options.check !== true) {
    await writeFile(resolve(terminal.cwd, options.saveModel), `${JSON.stringify(schema, null, 1)}\n`);
  }
  await report(terminal, { options, out, schema, models, steps });
  const isBad = steps.some(({ action }) => action === 'refuse' || (options.check === true && action !== 'keep'));
  return isBad ? EXIT.failed : EXIT.ok;
}

async function loadSchema(
  terminal: Terminal,
  options: Options,
  { project, entities }: { readonly project: ProjectConfig; readonly entities: readonly string[] | undefined },
): Promise<EndpointSchema> {
  if (options.schema !== undefined) return schemaFromFile(terminal.cwd, options.schema);
  const { endpoint, endpointVersion } = project;
  const connection = { ...(endpoint && { endpoint }), ...(endpointVersion && { endpointVersion }), ...options };
  await using client = await openClient(terminal, connection);
  const schema = plainModel(client);
  if ((options.customFields ?? project.customFields) !== true) return schema;
  const wanted = entities ?? Object.keys(schema.entities);
  const progress = new Progress(terminal, 'entities asked for custom fields', wanted.length);
  try {
    return await schemaWithCustomFields(client, wanted, () => progress.add(1));
  } finally {
    progress.close();
  }
}

/** What the project's toolchains take, told in one line, unless the person who generates has decided. */
async function chosenStyle(terminal: Terminal, options: Options, project: ProjectConfig): Promise<Partial<Style>> {
  const isStyleTold = (options.style ?? project.style) !== undefined;
  const isEndingTold = (options.importExtension ?? project.importExtension) !== undefined;
  if (isStyleTold && isEndingTold) return {};
  const found = await projectStyle(await lookAtProject(terminal.cwd));
  const reasons = [...(isStyleTold ? [] : [found.styleReason]), ...(isEndingTold ? [] : [found.importReason])];
  const deciders = [...(isStyleTold ? [] : ['--style']), ...(isEndingTold ? [] : ['--import-extension'])];
  const verb = deciders.length === 1 ? 'decides' : 'decide';
  say(terminal, `Chosen: ${reasons.join('; ')}. ${deciders.join(' and ')} ${verb} otherwise.`);
  return { style: found.style, importExtension: found.importExtension };
}

function generateOptions(options: Options, project: ProjectConfig, entities?: readonly string[]): GenerateOptions {
  const { style = project.style, decimals = project.decimals, importExtension = project.importExtension } = options;
  const { values, numbering } = project;
  return {
    ...(entities && { entities }),
    ...(values && { values }),
    ...(numbering && { numbering }),
    ...(style && { style: oneOf('--style', style, ['decorators', 'erasable'] as const) }),
    ...(decimals && { decimals: oneOf('--decimals', decimals, ['number', 'string'] as const) }),
    ...(importExtension !== undefined && {
      importExtension: oneOf('--import-extension', importExtension === 'none' ? '' : importExtension, [
        '.js',
        '.ts',
        '',
      ] as const),
    }),
  };
}

function oneOf<T extends string>(option: string, value: string, choices: readonly T[]): T {
  const choice = choices.find((known) => known === value);
  if (choice !== undefined) return choice;
  throw new UsageError(`${option} is one of ${choices.map((known) => known || 'none').join(', ')}, not "${value}".`);
}

interface Outcome {
  readonly options: Options;
  readonly out: string;
  readonly schema: EndpointSchema;
  readonly models: GeneratedModels;
  readonly steps: readonly WriteStep[];
}

async function report(terminal: Terminal, { options, out, schema, models, steps }: Outcome): Promise<void> {
  const { endpoint, version, warnings = [] } = schema;
  if (options.json === true) {
    const files = steps.map(({ path, action, reason }) => ({ path, action, ...(reason !== undefined && { reason }) }));
    const outcome = { endpoint, version, out, files, notes: models.notes, warnings };
    await put(terminal, `${JSON.stringify(outcome, null, 2)}\n`);
    return;
  }
  for (const { entity, member, note } of models.notes) {
    say(
      terminal,
      `${paint(terminal, 'stderr', 'yellow', 'Note:')} ${[entity, member].filter(Boolean).join('.')}: ${note}`,
    );
  }
  for (const text of warnings) say(terminal, `${paint(terminal, 'stderr', 'yellow', 'Note:')} ${cleanText(text)}`);
  for (const { path, action, reason } of steps.filter((step) => step.action === 'refuse')) {
    say(terminal, `${paint(terminal, 'stderr', 'red', action)} ${out}/${path}: ${reason}`);
  }
  const counts = (['create', 'update', 'delete', 'keep', 'refuse'] as const)
    .map((action) => [action, steps.filter((step) => step.action === action).length] as const)
    .filter(([, count]) => count > 0)
    .map(([action, count]) => `${count} ${WORDS[action]}`);
  const verb = options.check === true ? 'would be ' : '';
  say(terminal, `${endpoint}/${version} → ${out}/index.ts: files ${verb}${counts.join(', ')}.`);
}

const WORDS = { create: 'created', update: 'updated', delete: 'deleted', keep: 'unchanged', refuse: 'left alone' };
