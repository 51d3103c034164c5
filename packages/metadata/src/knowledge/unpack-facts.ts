import type { FactTable } from './fact-table.js';
import type { EntityFacts, FieldFact } from './field-fact.js';
import { maxLengthOf } from './max-length.js';

/** The line of each entity, still packed: most programs ask for a few of them. */
export function entityLines({ entities }: FactTable): ReadonlyMap<string, string> {
  return new Map(entities.split('\n').map((line) => [line.slice(0, line.indexOf('\t')), line]));
}

/** The facts in the line of an entity. */
export function unpackEntity(line: string, table: FactTable): EntityFacts {
  const [, screenId = '', ...rows] = line.split('\t');
  const lists = {
    sqlTypes: table.sqlTypes.split(' '),
    dataClasses: table.dataClasses.split(' '),
    source: table.source,
  };
  const fields = Object.create(null) as Record<string, FieldFact>;
  for (const row of rows) {
    const [name = '', ...parts] = row.split('|');
    fields[name] = unpackField(name, parts, lists);
  }
  return { ...(screenId !== '' && { screenId }), fields };
}

interface Lists extends Pick<FactTable, 'source'> {
  readonly sqlTypes: readonly string[];
  readonly dataClasses: readonly string[];
}

function unpackField(
  name: string,
  [sql = '', dac = '', dataField = '', label = '']: readonly string[],
  { sqlTypes, dataClasses, source }: Lists,
): FieldFact {
  const sqlType = sql === '' ? undefined : sqlTypes[Number(sql)];
  const dataClass = dac === '' ? undefined : dataClasses[Number(dac)];
  const maxLength = maxLengthOf(sqlType);
  return {
    ...(label !== '' && { label }),
    ...(sqlType !== undefined && { sqlType }),
    ...(maxLength !== undefined && { maxLength }),
    ...(dataClass !== undefined && { dataClass, dataField: dataField === '' ? name : dataField }),
    source,
  };
}
