import { parse } from 'jsonc-parser';
import { installedPackage } from '../project/installed-package.js';
import type { Project } from '../project/project.js';
import { compilerBy, loadCompiler } from './load-package.js';
import { faultOf, firstLine, PROBE, PROBE_FILE } from './probe.js';
import type { Verdict } from './verdict.js';

const PRESET = '@babel/preset-typescript';
const DECORATORS = '@babel/plugin-proposal-decorators';

interface Babel {
  readonly transformSync: (code: string, options: object) => { readonly code?: string | null } | null;
}

/** What Babel says where the project compiles TypeScript with it, with the decorators' plugin if the project has it. */
export async function babelVerdict(project: Project): Promise<Verdict | undefined> {
  const { folder, declared } = project;
  if (!declared.has(PRESET)) return undefined;
  const found = await compilerBy(folder, '@babel/core', ['@babel/core', 'babel-jest', 'jest']);
  const preset = installedPackage(folder, PRESET);
  if (found === undefined || preset === undefined) return undefined;
  const plugin = declared.has(DECORATORS) ? installedPackage(folder, DECORATORS) : undefined;
  const options = await toldOptions(project);
  const plugins = plugin === undefined ? [] : [[plugin, options.decorators]];
  const refusal = refusalOf(found.folder, { presets: [[preset, options.preset]], plugins });
  const hint = plugin === undefined ? ` (${DECORATORS} would)` : '';
  return {
    toolchain: `Babel ${found.version}`,
    ...(refusal !== undefined && { refusal: `${refusal}${hint}` }),
    follows: ['.js', '', '.ts'],
  };
}

function refusalOf(place: string, options: object): string | undefined {
  try {
    const { transformSync } = loadCompiler(place, '@babel/core') as Babel;
    const settings = { filename: PROBE_FILE, configFile: false, babelrc: false, sourceType: 'script', ...options };
    return faultOf(transformSync(PROBE, settings)?.code ?? '');
  } catch (error) {
    return firstLine(error);
  }
}

/** A Babel configuration in JSON: its options of the preset and of the decorators' plugin. */
async function toldOptions({ manifests, text }: Project): Promise<{ preset: object; decorators: object }> {
  const inManifest = manifests.map(({ manifest }) => manifest['babel']).find((babel) => typeof babel === 'object');
  const told = (inManifest ?? parse(await text('babel.config.json', '.babelrc.json', '.babelrc'))) as
    { readonly presets?: readonly unknown[]; readonly plugins?: readonly unknown[] } | undefined;
  return {
    preset: optionsOf(told?.presets, 'typescript'),
    decorators: { version: '2023-11', ...optionsOf(told?.plugins, 'decorators') },
  };
}

/** The options in `["@babel/preset-typescript", { … }]`. */
function optionsOf(entries: readonly unknown[] = [], name: string): object {
  const entry = entries.find((each) => Array.isArray(each) && String(each[0]).includes(name));
  const options: unknown = Array.isArray(entry) ? entry[1] : undefined;
  return typeof options === 'object' && options !== null ? options : {};
}
