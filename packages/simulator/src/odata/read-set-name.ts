import type { FilterDialect } from '../filter/filter-dialect.js';
import { splitOutside } from '../reading/name-tree.js';
import type { FieldValue } from '../store/stored-record.js';
import type { ODataFormat } from './odata-format.js';
import type { ODataSet } from './odata-set.js';
import { parameterValue } from './parameter-value.js';
import { readKey } from './read-key.js';
import type { RowKey } from './read-key.js';
import { setByName } from './set-names.js';

/** A set as a path names it, with the parameters given to it. */
export interface NamedSet {
  readonly set: ODataSet;
  readonly parameters: ReadonlyMap<string, FieldValue>;
  /** Set where the path asks for one row. */
  readonly key?: RowKey;
}

const withList = /^([^(]+)\((.*)\)$/s;
const withParameters = /^(.+)_WithParameters$/i;
const plain = (name: string): string => name.replace(/[^\p{L}\p{N}_]/gu, '').toLowerCase();

/**
 * The set a path segment names: by one of its names, by name and key, or as `Name_WithParameters(P='x')`. In version 3
 * parameters may stand in the query instead: `Name_WithParameters?P=x`.
 * @throws ODataFault 400
 */
export function readSetName(
  segment: string,
  sets: readonly ODataSet[],
  query: ReadonlyMap<string, string>,
  { dialect, version }: ODataFormat,
): NamedSet | undefined {
  const direct = setByName(sets, segment);
  // A set that needs parameters and got none has no rows.
  if (direct !== undefined)
    return { set: direct.parameters === undefined ? direct : { ...direct, rows: () => [] }, parameters: new Map() };
  const [, name = segment, list] = withList.exec(segment) ?? [];
  const called = withParameters.exec(name)?.[1];
  if (called !== undefined) {
    const set = sets.find((one) => one.parameters !== undefined && plain(one.name) === plain(called));
    if (set === undefined || (list === undefined && version !== 3)) return undefined;
    const given = list === undefined ? query : listed(list, query);
    return { set, parameters: readParameters(set, given, { dialect, bare: list === undefined }) };
  }
  const set = list === undefined ? undefined : setByName(sets, name);
  if (set?.dataClass === undefined) return undefined;
  return { set, parameters: new Map(), key: readKey(set, list ?? '', dialect) };
}

/** What the parentheses hold, by lower-case name; `@1` stands for what the query calls so. */
function listed(list: string, query: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const given = new Map<string, string>();
  for (const part of splitOutside(list, ',')) {
    const at = part.indexOf('=');
    const literal = part.slice(at + 1).trim();
    const value = literal.startsWith('@') ? query.get(literal.toLowerCase()) : literal;
    if (value !== undefined) given.set(part.slice(0, Math.max(at, 0)).trim().toLowerCase(), value);
  }
  return given;
}

interface Reading {
  readonly dialect: FilterDialect;
  /** Values stand for themselves, without quotes and names of types. */
  readonly bare: boolean;
}

/** A name that is not a parameter goes unnoticed. */
function readParameters(
  set: ODataSet,
  given: ReadonlyMap<string, string>,
  { dialect, bare }: Reading,
): Map<string, FieldValue> {
  const reading = bare ? { ...dialect, typedLiterals: false } : dialect;
  const parameters = new Map<string, FieldValue>();
  for (const [name, type] of Object.entries(set.parameters ?? {})) {
    const literal = given.get(name.toLowerCase());
    if (literal !== undefined) parameters.set(name, parameterValue(literal, type, reading));
  }
  return parameters;
}
