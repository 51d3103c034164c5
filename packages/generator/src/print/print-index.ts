import type { FilePlan, OutputPlan } from '../plan/output-plan.js';
import { importLine } from './import-line.js';
import type { PrintOptions } from './print-file.js';
import { docText, propertyKey, quote } from './quote.js';
import { relativeImport } from './relative-import.js';

/** The code of `index.ts`: every class by name, all of them in `models`, and their registration with the client. */
export function printIndex({ endpoint, version, files }: OutputPlan, options: PrintOptions): string {
  const place = ({ path }: FilePlan): string => relativeImport('index', path, options.importExtension);
  const imports = files.map((file) => importLine('import', names(file), place(file)));
  const exports = files.map((file) => importLine('export', names(file), place(file)));
  const types = files.flatMap((file) => {
    const actions = file.classes.filter((plan) => plan.actions.length > 0).map(({ actionsName }) => actionsName);
    return actions.length === 0 ? [] : [importLine('export type', actions, place(file))];
  });
  const name = docText(`${endpoint}/${version}`);
  return (
    `${imports.join('')}\n${exports.join('')}${types.length === 0 ? '' : `\n${types.join('')}`}\n` +
    `/** The classes of ${name} by the name of their entity, for \`AcumaticaClient.connect({ models })\`. */\n` +
    `export const models = {\n${entries(files).join('')}};\n${registration(options.importFrom, `${endpoint}/${version}`)}`
  );
}

function names({ classes }: FilePlan): string[] {
  return classes.map(({ className }) => className);
}

function entries(files: readonly FilePlan[]): string[] {
  return files.flatMap(({ classes }) =>
    classes.map(({ entity, className }) =>
      entity === className ? `  ${className},\n` : `  ${propertyKey(entity)}: ${className},\n`,
    ),
  );
}

/** Only the client has models to type. Other endpoints of the same program stand beside this one. */
function registration(importFrom: string, endpoint: string): string {
  if (importFrom !== 'acurecord') return '';
  const member = `${propertyKey(endpoint)}: typeof models;`;
  return `\ndeclare module ${quote(importFrom)} {\n  interface Register {\n    ${member}\n  }\n}\n`;
}
