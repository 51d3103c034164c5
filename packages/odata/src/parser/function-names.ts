import { functionName } from '../compiler/print-operand.js';
import { contractDialect } from '../dialects/contract-dialect.js';
import type { Dialect } from '../dialects/dialect.js';
import { odataV4Dialect } from '../dialects/odata-v4-dialect.js';
import type { FunctionName } from '../nodes/call-node.js';
import type { TestName } from '../nodes/text-match-node.js';

type AnyName = FunctionName | TestName;

/** How many arguments each function takes, at least and at most. */
const arities: Readonly<Record<AnyName, readonly [number, number]>> = {
  contains: [2, 2],
  startsWith: [2, 2],
  endsWith: [2, 2],
  toLower: [1, 1],
  toUpper: [1, 1],
  trim: [1, 1],
  length: [1, 1],
  indexOf: [2, 2],
  substring: [2, 3],
  concat: [2, 2],
  replace: [3, 3],
  year: [1, 1],
  month: [1, 1],
  day: [1, 1],
  hour: [1, 1],
  minute: [1, 1],
  second: [1, 1],
  date: [1, 1],
  round: [1, 1],
  floor: [1, 1],
  ceiling: [1, 1],
};

const allNames = Object.keys(arities) as AnyName[];

/** Our name of a function that the dialect calls by a wire name. */
export function functionFromWire(wireName: string, dialect: Dialect): AnyName | undefined {
  return allNames.find((name) => functionName(name, dialect) === wireName);
}

/** What the dialect calls a function that the text calls by the name of another dialect. */
export function sameFunctionIn(dialect: Dialect, wireName: string): string | undefined {
  const name = functionFromWire(wireName, contractDialect) ?? functionFromWire(wireName, odataV4Dialect);
  return name && functionName(name, dialect);
}

/** Whether a function takes so many arguments. */
export function takes(name: AnyName, count: number): boolean {
  const [least, most] = arities[name];
  return count >= least && count <= most;
}
