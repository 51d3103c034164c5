import { parse } from 'jsonc-parser';
import type { Project } from '../project/project.js';
import { compilerBy, loadCompiler } from './load-package.js';
import { faultOf, firstLine, PROBE, PROBE_FILE } from './probe.js';
import type { ImportExtension, Verdict } from './verdict.js';

/** Packages that compile with SWC as `.swcrc` says, or as SWC does by itself. */
const WAYS = ['@swc/jest', '@swc/cli', '@swc-node/register', 'swc-loader', 'unplugin-swc', '@swc/core'];

interface Swc {
  readonly transformSync: (code: string, options: object) => { readonly code: string };
}

interface Settings {
  readonly jsc?: { readonly experimental?: object; readonly [option: string]: unknown };
}

/** How Nest's SWC builder sets SWC up, where no `.swcrc` says otherwise. */
const NEST: Settings = {
  jsc: {
    target: 'es2021',
    parser: { syntax: 'typescript', decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: true },
  },
};

/** What SWC says, set up as the project's JSON files say; code that sets it up is not run. */
export async function swcVerdict(project: Project): Promise<Verdict | undefined> {
  const { folder, declared, type } = project;
  const ways = WAYS.filter((name) => declared.has(name));
  const found = await compilerBy(folder, '@swc/core', [...ways, ...(declared.has('@nestjs/cli') ? ['@swc/core'] : [])]);
  const isNest = await usesNestBuilder(project);
  if (found === undefined || (ways.length === 0 && !isNest)) return undefined;
  const settings = (await jestSettings(project)) ?? (await swcrc(project)) ?? (isNest ? NEST : {});
  const refusal = refusalOf(found.folder, settings);
  const follows: readonly ImportExtension[] = type === 'module' ? ['.js'] : ['.js', ''];
  return {
    toolchain: `${isNest ? "Nest's SWC builder" : (ways[0] ?? 'SWC')} (SWC ${found.version})`,
    ...(refusal !== undefined && { refusal }),
    follows: ways.every((name) => name === '@swc/jest' || name === '@swc/core') ? ['.js', '', '.ts'] : follows,
  };
}

/** Whether `nest-cli.json` chooses SWC to build with. */
export async function usesNestBuilder({ declared, text }: Project): Promise<boolean> {
  if (!declared.has('@nestjs/cli')) return false;
  const cli = parse(await text('nest-cli.json', '.nestcli.json', 'nest.json')) as
    { readonly compilerOptions?: { readonly builder?: string | { readonly type?: string } } } | undefined;
  const builder = cli?.compilerOptions?.builder;
  return (typeof builder === 'object' ? builder.type : builder) === 'swc';
}

function refusalOf(place: string, { jsc }: Settings): string | undefined {
  // plugins are code, and no compiler's own
  const { experimental: _plugins, ...settings } = jsc ?? {};
  try {
    const { transformSync } = loadCompiler(place, '@swc/core') as Swc;
    const options = { filename: PROBE_FILE, swcrc: false, configFile: false, isModule: false, jsc: settings };
    return faultOf(transformSync(PROBE, options).code);
  } catch (error) {
    return `its parser stops there (${firstLine(error)})`;
  }
}

async function swcrc({ text }: Project): Promise<Settings | undefined> {
  return parse(await text('.swcrc')) as Settings | undefined;
}

/** What a jest configuration in JSON gives to @swc/jest. */
async function jestSettings({ declared, manifests, text }: Project): Promise<Settings | undefined> {
  if (!declared.has('@swc/jest')) return undefined;
  const inManifest = manifests.map(({ manifest }) => manifest['jest']).find((jest) => typeof jest === 'object');
  const jest = (inManifest ?? parse(await text('jest.config.json'))) as { readonly transform?: object } | undefined;
  const transforms: unknown[] = Object.values(jest?.transform ?? {});
  const transform = transforms.find((each) => Array.isArray(each) && each[0] === '@swc/jest');
  return Array.isArray(transform) ? (transform[1] as Settings | undefined) : undefined;
}
