import type { Project } from '../project/project.js';
import type { ImportExtension } from '../toolchain/verdict.js';
import { set } from './propose-manifest.js';

const FRESH = {
  compilerOptions: {
    target: 'ES2022',
    lib: ['ES2023', 'ESNext.Disposable'],
    module: 'NodeNext',
    strict: true,
    skipLibCheck: true,
    noEmit: true,
    types: ['node'],
  },
  include: ['**/*.ts'],
};

/** `tsconfig.json` as generated classes need it; a new one where there is none. */
export function proposeTsconfig(text: string, project: Project, importExtension: ImportExtension): string {
  if (text === '' && project.tsconfig === undefined) return `${JSON.stringify(FRESH, null, 2)}\n`;
  if (importExtension !== '.ts' || project.tsconfig?.tsExtensions === true || text === '') return text;
  // a compiler that only checks may be allowed these imports; one that writes JavaScript must rewrite them
  const option = project.tsconfig?.emits === false ? 'allowImportingTsExtensions' : 'rewriteRelativeImportExtensions';
  return set(text, ['compilerOptions', option], true);
}
