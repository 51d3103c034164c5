import { withNumbering, withValues } from '@acurecord/metadata';
import type { EndpointSchema } from '@acurecord/metadata';
import { version } from '../package.json';
import type { GenerateOptions } from './plan/generate-options.js';
import type { NamingNote } from './plan/naming-note.js';
import { planOutput } from './plan/plan-output.js';
import { printFile } from './print/print-file.js';
import type { PrintOptions } from './print/print-file.js';
import { printIndex } from './print/print-index.js';
import { printSchema } from './print/print-schema.js';
import { stamped } from './write/stamp.js';

/** What was generated. */
export interface GeneratedModels {
  /** Text by path, relative to the output folder, with slashes; `index.ts` is the entry. */
  readonly files: ReadonlyMap<string, string>;
  /** Names that could not be taken over as they are. */
  readonly notes: readonly NamingNote[];
}

/**
 * Typed classes for the entities of an endpoint, as TypeScript source. The same schema and options always give the same
 * text; nothing is read or written.
 *
 * @throws AcumaticaSchemaError for an entity, or a field with values, that the endpoint does not have, and for a numbering that is none
 */
export function generateModels(schema: EndpointSchema, options: GenerateOptions = {}): GeneratedModels {
  const model = withNumbering(withValues(schema, options.values ?? {}), options.numbering ?? {});
  const print = withDefaults(options);
  const plan = planOutput(model, options);
  const origin = `${version} from ${oneLine(`${schema.endpoint}/${schema.version}`)}`;
  const code = new Map(plan.files.map((file) => [file.path, printFile(file, print)]));
  if (print.style === 'erasable') code.set('schema', printSchema(model, plan, print));
  code.set('index', printIndex(plan, print));
  const files = new Map([...code].map(([path, text]) => [`${path}.ts`, stamped(text, origin)]));
  return { files, notes: plan.notes };
}

function withDefaults(options: GenerateOptions): PrintOptions {
  const { style = 'decorators', decimals = 'number', importFrom = 'acurecord', importExtension = '.js' } = options;
  return { style, decimals, importFrom, importExtension };
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ');
}
