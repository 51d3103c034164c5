import type { FilterDialect } from '../filter/filter-dialect.js';
import { splitOutside } from '../reading/name-tree.js';
import type { FieldValue } from '../store/stored-record.js';
import type { ODataFormat } from './odata-format.js';
import type { ODataSet } from './odata-set.js';
import { parameterValue } from './parameter-value.js';

/** A set as a path names it, with the parameters given to it. */
export interface NamedSet {
  readonly set: ODataSet;
  readonly parameters: ReadonlyMap<string, FieldValue>;
}

const call = /^(.+)_WithParameters\((.*)\)$/is;
const plain = (name: string): string => name.replace(/[^\p{L}\p{N}_]/gu, '').toLowerCase();

/** The set a path segment names: by name, or as `Name_WithParameters(P='x')`. @throws ODataFault 400 */
export function readSetName(
  segment: string,
  sets: readonly ODataSet[],
  query: ReadonlyMap<string, string>,
  { dialect }: ODataFormat,
): NamedSet | undefined {
  const called = call.exec(segment);
  if (called === null) {
    const set = sets.find(({ name }) => name.toLowerCase() === segment.toLowerCase());
    if (set === undefined) return undefined;
    // A set that needs parameters and got none has no rows.
    return { set: set.parameters === undefined ? set : { ...set, rows: () => [] }, parameters: new Map() };
  }
  const set = sets.find(({ name, parameters }) => parameters !== undefined && plain(name) === plain(called[1] ?? ''));
  return set === undefined ? undefined : { set, parameters: readParameters(set, called[2] ?? '', { query, dialect }) };
}

interface Reading {
  readonly query: ReadonlyMap<string, string>;
  readonly dialect: FilterDialect;
}

function readParameters(set: ODataSet, list: string, { query, dialect }: Reading): Map<string, FieldValue> {
  const types = new Map(Object.entries(set.parameters ?? {}));
  const parameters = new Map<string, FieldValue>();
  for (const part of splitOutside(list, ',')) {
    const at = part.indexOf('=');
    const name = [...types.keys()].find((known) => known.toLowerCase() === part.slice(0, at).trim().toLowerCase());
    const given = part.slice(at + 1).trim();
    const literal = given.startsWith('@') ? query.get(given.toLowerCase()) : given;
    const type = name === undefined ? undefined : types.get(name);
    // A name that is not a parameter goes unnoticed.
    if (name === undefined || type === undefined || literal === undefined) continue;
    parameters.set(name, parameterValue(literal, type, dialect));
  }
  return parameters;
}
