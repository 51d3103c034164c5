import type { CompiledValue } from './compiled-value.js';
import { FilterError } from './filter-error.js';
import { filterFunctions } from './filter-function.js';
import type { FilterFunction } from './filter-function.js';
import type { Scalar } from './filter-node.js';

/** Compiles a call; with a null argument it gives null. @throws FilterError for wrong arguments. */
export function compileCall<R>(name: string, args: readonly CompiledValue<R>[]): CompiledValue<R> {
  const definition = filterFunctions.get(name);
  if (definition === undefined) throw new FilterError(`An unknown function with name '${name}' was found.`);
  if (!fits(definition, args)) throw mismatch(name, definition, args);
  const run = definition.run as (...values: Scalar[]) => Scalar;
  const [first] = args;
  // A rounded decimal is a decimal still.
  const edm = first?.type === 'Number' ? first.edm : definition.edm;
  return { type: definition.gives, edm, read: readerOf(run, args) };
}

/** One closure by number of arguments: this is the inner loop of a search through all records. */
function readerOf<R>(run: (...values: Scalar[]) => Scalar, args: readonly CompiledValue<R>[]): (record: R) => Scalar {
  const [first, second] = args;
  if (first === undefined) return () => run();
  if (second === undefined)
    return (record) => {
      const value = first.read(record);
      return value === null ? null : run(value);
    };
  if (args.length === 2)
    return (record) => {
      const a = first.read(record);
      const b = second.read(record);
      return a === null || b === null ? null : run(a, b);
    };
  return (record) => {
    const values = args.map((arg) => arg.read(record));
    return values.includes(null) ? null : run(...values);
  };
}

function fits({ takes, optional }: FilterFunction, args: readonly CompiledValue<never>[]): boolean {
  if (args.length > takes.length || args.length < takes.length - optional) return false;
  return args.every(({ type }, index) => type === 'Null' || type === takes[index]);
}

function mismatch(name: string, { takes }: FilterFunction, args: readonly CompiledValue<never>[]): FilterError {
  const found = args.map(({ edm }) => edm).join(', ');
  return new FilterError(
    `No function signature for the function with name '${name}' matches the specified arguments (${found}). It takes: ${takes.join(', ')}.`,
  );
}
