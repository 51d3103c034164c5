import type { EndpointSchema } from '@acurecord/metadata';
import type { OutputPlan } from '../plan/output-plan.js';
import { importLine } from './import-line.js';
import { literal } from './literal.js';
import type { Plain } from './literal.js';
import type { PrintOptions } from './print-file.js';
import { docText } from './quote.js';

/** The code of `schema.ts`, from which the erasable style makes its classes: the entities that have one, and no more. */
export function printSchema(schema: EndpointSchema, { files }: OutputPlan, { importFrom }: PrintOptions): string {
  const classes = new Map(files.flatMap((file) => file.classes.map((plan) => [plan.entity, plan])));
  const entities = Object.values(schema.entities).flatMap((entity) => {
    const keys = classes.get(entity.name)?.keys;
    return classes.has(entity.name) ? [[entity.name, { ...entity, ...(keys !== undefined && { keys }) }]] : [];
  });
  const { endpoint, version, contract } = schema;
  const text = literal({ endpoint, version, contract, entities: Object.fromEntries(entities) as Plain }, '', 200);
  return (
    `${importLine('import type', ['EndpointSchema'], importFrom)}\n` +
    `/** What ${docText(`${endpoint}/${version}`)} says of the entities here. */\n` +
    `export const schema: EndpointSchema = ${text};\n`
  );
}
