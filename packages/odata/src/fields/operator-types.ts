import type { WireFamily } from '../values/known-wire-type.js';

const all: readonly WireFamily[] = ['string', 'boolean', 'number', 'date', 'guid'];
const ordered: readonly WireFamily[] = ['string', 'number', 'date'];
const text: readonly WireFamily[] = ['string'];
const number: readonly WireFamily[] = ['number'];
const date: readonly WireFamily[] = ['date'];

/** Which families of values each operator of a field is meant for. */
export const operatorTypes = {
  eq: all,
  ne: all,
  in: all,
  isNull: all,
  isNotNull: all,
  gt: ordered,
  ge: ordered,
  lt: ordered,
  le: ordered,
  contains: text,
  startsWith: text,
  endsWith: text,
  toLower: text,
  toUpper: text,
  trim: text,
  length: text,
  indexOf: text,
  substring: text,
  concat: text,
  replace: text,
  year: date,
  month: date,
  day: date,
  hour: date,
  minute: date,
  second: date,
  date,
  add: number,
  sub: number,
  mul: number,
  div: number,
  mod: number,
  round: number,
  floor: number,
  ceiling: number,
} satisfies Record<string, readonly WireFamily[]>;

export type OperatorName = keyof typeof operatorTypes;

/** The operators that a family of values offers, for messages. */
export function operatorsOf(family: WireFamily): OperatorName[] {
  return (Object.keys(operatorTypes) as OperatorName[]).filter((name) => operatorTypes[name].includes(family));
}
