import { runInThisContext, Script } from 'node:vm';
import { Entity, entity, field } from 'acurecord';

/** A generated class in small: what a compiler must be able to take for classes with decorated fields. */
export const PROBE = `
interface Init { readonly Name: string | null }
@entity('Probe', { keys: ['Name'] })
class Probe extends Entity {
  declare readonly '~keys'?: readonly [Name: 'Name'];

  constructor(init?: Init) {
    super(init);
  }

  @field.string() accessor Name!: string | null;
}
`;

/** The name under which compilers are shown the probe. */
export const PROBE_FILE = 'acurecord-probe.ts';

/**
 * What is wrong with the JavaScript that a compiler made of the probe; `undefined` where it runs and the field is one of
 * the record. A helper that the compiler would import from a package of its own is not looked for: then the code must
 * only be well-formed.
 */
export function faultOf(compiled: string): string | undefined {
  const code = compiled.replace(/^[ \t]*(?:import\b.*|export[ \t]*\{[^}]*\};?[ \t]*)$/gm, '');
  try {
    new Script(code);
  } catch (error) {
    return `it leaves what no JavaScript engine reads (${firstLine(error)})`;
  }
  if (code !== compiled || code.includes('require(')) return undefined;
  return faultAtRun(code);
}

/** The first line of what went wrong, without colours and without the path of the probe. */
export function firstLine(error: unknown): string {
  // an error of a compiler may be of another realm
  const { message = error } = (typeof error === 'object' && error !== null ? error : {}) as { message?: unknown };
  const text = String(message);
  const plain = text.replace(/\u001b\[[0-9;]*m/g, '').trim();
  const line = plain.split('\n', 1)[0] ?? '';
  return line
    .replace(/^\S*acurecord-probe\.ts:\s*/, '')
    .replace(/^[x×]\s+/, '')
    .replace(/\s?\(\d+:\d+\)/, '')
    .replace(/(?<![.:\s])[.:\s]+$/, '');
}

type ProbeClass = new (init: { Name: string }) => Entity;

function faultAtRun(code: string): string | undefined {
  const made: ProbeClass[] = [];
  const declare =
    (name: string, options: object) =>
    (target: ProbeClass, ...context: unknown[]): void => {
      made.push(target);
      (entity(name, options) as (...parameters: unknown[]) => void)(target, ...context);
    };
  try {
    const program = runInThisContext(`(function (entity, field, Entity) {${code}\n})`) as (...names: unknown[]) => void;
    program(declare, field, Entity);
    const wire = made.map((Probe) => new Probe({ Name: 'a' }).toWire());
    if (JSON.stringify(wire) === '[{"Name":{"value":"a"}}]') return undefined;
    return 'what it makes of a decorated field is no field of the record';
  } catch (error) {
    return `what it makes of a decorated class fails (${firstLine(error)})`;
  }
}
