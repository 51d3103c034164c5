import { entityMetadata } from '../model/entity-metadata.js';
import type { EntityFacts } from '../knowledge/field-fact.js';
import { isRow, rowsOf } from '../wire/wire-row.js';
import type { WireRow } from '../wire/wire-row.js';
import { rawValue } from '../wire/wire-value.js';

/** A text that is longer than its field is known to be. */
export interface LongText {
  /** `Description`, `Details[0].LineDescription`. */
  readonly path: string;
  readonly value: string;
  readonly maxLength: number;
}

/** The facts of an entity by its name, where there are some. */
export type FactsOf = (entity: string) => Promise<EntityFacts | undefined>;

/** The texts of a body, and of the links and rows in it, that are longer than their fields are known to be. */
export async function longTexts(target: object, body: WireRow, factsOf: FactsOf, path = ''): Promise<LongText[]> {
  const { name: entity, members } = entityMetadata(target);
  const facts = await factsOf(entity);
  const found: LongText[] = [];
  for (const [name, sent] of Object.entries(body)) {
    const definition = Object.hasOwn(members, name) ? members[name] : undefined;
    if (definition === undefined) continue;
    if (definition.kind === 'field') found.push(...longText(facts, name, rawValue(sent), path));
    else if (definition.kind === 'link' && isRow(sent))
      found.push(...(await longTexts(definition.target(), sent, factsOf, `${path}${name}.`)));
    else if (definition.kind === 'details') {
      for (const [index, row] of rowsOf(sent).entries())
        found.push(...(await longTexts(definition.target(), row, factsOf, `${path}${name}[${index}].`)));
    }
  }
  return found;
}

function longText(facts: EntityFacts | undefined, name: string, value: unknown, path: string): LongText[] {
  const maxLength =
    facts !== undefined && Object.hasOwn(facts.fields, name) ? facts.fields[name]?.maxLength : undefined;
  if (maxLength === undefined || typeof value !== 'string' || value.length <= maxLength) return [];
  return [{ path: path + name, value, maxLength }];
}

/** `Description holds 256 characters; 300 were sent` */
export function lengthFaultOf({ path, value, maxLength }: LongText): string {
  return `${path} holds ${maxLength} characters; ${value.length} were sent`;
}
