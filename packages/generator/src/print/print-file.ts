import type { GenerateOptions } from '../plan/generate-options.js';
import type { ClassPlan, FilePlan } from '../plan/output-plan.js';
import { decoratedClass } from './decorated-class.js';
import { erasableClass } from './erasable-class.js';
import { importLine } from './import-line.js';
import { relativeImport } from './relative-import.js';

/** What every printed file needs to know. */
export type PrintOptions = Required<Pick<GenerateOptions, 'style' | 'decimals' | 'importFrom' | 'importExtension'>>;

/** The code of one file, without its header. */
export function printFile(file: FilePlan, options: PrintOptions): string {
  const erasable = options.style === 'erasable';
  const classes = file.classes.map((plan) => (erasable ? erasableClass : decoratedClass)(plan, options.decimals));
  return `${imports(file, options)}\n${classes.join('\n')}`;
}

function imports(file: FilePlan, { style, importFrom, importExtension }: PrintOptions): string {
  const erasable = style === 'erasable';
  const values = erasable ? ['defineEntity'] : decoratorValues(file.classes);
  const types = typesUsed(file.classes, erasable);
  const lines = [
    importLine('import', values, importFrom),
    ...(types.length === 0 ? [] : [importLine('import type', types, importFrom)]),
    ...(erasable ? [importLine('import', ['schema'], relativeImport(file.path, 'schema', importExtension))] : []),
    ...[...file.imports].map(([path, names]) =>
      importLine(erasable ? 'import type' : 'import', names, relativeImport(file.path, path, importExtension)),
    ),
  ];
  return lines.join('');
}

function decoratorValues(classes: readonly ClassPlan[]): string[] {
  const hasActions = classes.some(({ actions }) => actions.length > 0);
  const hasMembers = classes.some(({ members }) => members.length > 0);
  return ['Entity', ...(hasActions ? ['action'] : []), 'entity', ...(hasMembers ? ['field'] : [])];
}

function typesUsed(classes: readonly ClassPlan[], erasable: boolean): string[] {
  const kinds = new Set(classes.flatMap(({ members }) => members.map(({ schema }) => schema.kind)));
  const hasActions = classes.some(({ actions }) => actions.length > 0);
  return [
    ...(hasActions ? ['ActionMethod'] : []),
    ...(kinds.has('details') ? ['DetailCollection'] : []),
    ...(erasable ? ['Entity'] : ['EntityInit']),
    ...(kinds.has('link') ? ['Link'] : []),
  ];
}
