import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join, posix, resolve } from 'node:path';
import { generateModels, planWrites } from '@acurecord/generator';
import { applySteps, readFolder } from '../generate/output-folder.js';
import { readManifest } from '../project/manifest.js';
import { lookAtProject } from '../project/project.js';
import type { Style } from '../toolchain/choose-style.js';
import { projectStyle } from '../toolchain/project-style.js';
import { say } from '../terminal/terminal.js';
import type { Terminal } from '../terminal/terminal.js';
import type { SiteModel } from './look-at-site.js';
import { sampleFile } from './propose-manifest.js';
import type { Choices } from './propose-manifest.js';
import { asCommonJs, programText, recordsText, shownFields, testText } from './sample.js';
import type { SampleEntity, SampleSubject } from './sample.js';

/** The endpoint and the entities that the simulator's own company has, so that no document is needed for it. */
const DEMO = { endpoint: 'Default', version: '24.200.001', entities: ['Customer', 'SalesOrder', 'StockItem'] };
const DOCUMENT = 'acumatica-endpoint.json';

/** What the program is written for. */
export interface Wanted {
  readonly site: SiteModel;
  readonly entities: readonly string[];
  readonly choices: Choices;
  /** Where generated classes go, relative to the project. */
  readonly out: string;
}

/** Writes generated classes in the style of the project, and a sample with its test; gives what was written. */
export async function writeProgram(terminal: Terminal, wanted: Wanted): Promise<string[]> {
  const { site, entities, choices, out } = wanted;
  const isTyped = choices.language === 'typescript';
  const style = await projectStyle(await lookAtProject(terminal.cwd));
  if (isTyped) {
    say(
      terminal,
      `Chosen: ${style.styleReason}; ${style.importReason}. acurecord generate --style … decides otherwise.`,
    );
    const { files } = generateModels(site.schema, {
      entities,
      style: style.style,
      importExtension: style.importExtension,
    });
    const folder = resolve(terminal.cwd, out);
    await applySteps(folder, planWrites(files, await readFolder(folder)));
  }
  const subject = subjectOf(wanted, style);
  return [
    ...(isTyped ? [`${out}/index.ts`] : []),
    ...(subject === undefined ? [] : await writeSample(terminal, wanted, subject)),
  ];
}

/** What the sample shows: the first of the entities that is a record with a text. */
function subjectOf({ site, entities, choices, out }: Wanted, style: Style): SampleSubject | undefined {
  const { endpoint, version } = site.schema;
  const candidates = entities.flatMap((name): [SampleEntity, NonNullable<ReturnType<typeof shownFields>>][] => {
    const entity = site.schema.entities[name];
    const shown = entity === undefined || !/^[A-Za-z]\w*$/.test(name) ? undefined : shownFields(entity);
    return entity?.topLevel === true && entity.use === undefined && shown !== undefined ? [[entity, shown]] : [];
  });
  const [first] = candidates;
  if (first === undefined) return undefined;
  const [{ name }, shown] = first;
  const isDemo = endpoint === DEMO.endpoint && version === DEMO.version && DEMO.entities.includes(name);
  return {
    endpoint,
    version,
    entity: name,
    ...shown,
    language: choices.language,
    runner: choices.runner,
    models: relativeModels(choices.folder, out, style.importExtension),
    importExtension: style.importExtension,
    ...(!isDemo && { document: DOCUMENT }),
  };
}

function relativeModels(folder: string, out: string, ending: string): string {
  const path = posix.relative(folder, `${out}/index`);
  return `${path.startsWith('.') ? '' : './'}${path}${ending}`;
}

async function writeSample({ cwd }: Terminal, { site, choices }: Wanted, subject: SampleSubject): Promise<string[]> {
  const isCommonJs = choices.language === 'javascript' && (await readManifest(cwd))?.type !== 'module';
  const texts = new Map([
    [sampleFile(choices, 'records'), recordsText(subject)],
    [sampleFile(choices, 'first-records'), programText(subject)],
    [sampleFile(choices, 'first-records.test'), testText(subject)],
  ]);
  const files = new Map([...texts].map(([path, text]) => [path, isCommonJs ? asCommonJs(text) : text]));
  if (subject.document !== undefined) files.set(subject.document, site.document);
  const missing = [...files].filter(([path]) => !existsSync(join(cwd, path)));
  for (const [path, text] of missing) {
    await mkdir(dirname(join(cwd, path)), { recursive: true });
    await writeFile(join(cwd, path), text);
  }
  return missing.map(([path]) => path);
}
