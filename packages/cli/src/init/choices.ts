import type { EndpointSchema } from 'acurecord';
import { posix } from 'node:path';
import { UsageError } from '../exit-code.js';
import { askChoice, askText } from '../terminal/ask.js';
import { splitList } from '../terminal/split-list.js';
import { isInteractive } from '../terminal/terminal.js';
import type { Terminal } from '../terminal/terminal.js';
import type { Choices } from './propose-manifest.js';
import type { Language, Surroundings, TestRunner } from './surroundings.js';

/** What the command line says of them. */
export interface ChoiceOptions {
  readonly language?: string;
  readonly runner?: string;
  readonly entities?: string;
  readonly out: string;
}

const LANGUAGES: readonly Language[] = ['typescript', 'javascript'];
const RUNNERS: readonly TestRunner[] = ['node', 'vitest', 'jest'];

/** Language and test runner: as told, as the project shows, else asked; TypeScript and Node's own runner where nobody says. */
export async function choicesFor(
  terminal: Terminal,
  options: ChoiceOptions,
  surroundings: Surroundings,
): Promise<Choices> {
  const language =
    oneOf('--language', options.language, LANGUAGES) ??
    surroundings.language ??
    (await chosen(terminal, 'Language of the program', LANGUAGES));
  const runner =
    oneOf('--runner', options.runner, RUNNERS) ??
    surroundings.runner ??
    (await chosen(terminal, 'Who runs the tests', RUNNERS));
  const folder = posix.dirname(options.out.replaceAll('\\', '/'));
  return { language, runner, folder: folder === '.' ? '' : folder };
}

/** The entities to generate: as told, else asked. @throws UsageError for one that the endpoint does not have */
export async function entitiesFor(
  terminal: Terminal,
  options: ChoiceOptions,
  { entities }: EndpointSchema,
  kept?: string,
): Promise<string[]> {
  const usual = ['Customer', 'SalesOrder'].filter((name) => Object.hasOwn(entities, name));
  const [first] = Object.values(entities).filter(({ topLevel, use }) => topLevel && use === undefined);
  const initial = kept ?? (usual.length > 0 ? usual.join(', ') : (first?.name ?? ''));
  const complaint = (answer: string): string | undefined => {
    const unknown = splitList(answer).filter((name) => !Object.hasOwn(entities, name));
    return unknown.length === 0 ? undefined : `The endpoint has no ${unknown.join(', ')}.`;
  };
  const told =
    options.entities ??
    (isInteractive(terminal)
      ? await askText(terminal, { message: 'Entities that the program uses', initial, complaint })
      : initial);
  const wrong = complaint(told);
  if (wrong !== undefined) throw new UsageError(wrong);
  return splitList(told);
}

async function chosen<T extends string>(terminal: Terminal, message: string, values: readonly T[]): Promise<T> {
  const [first] = values;
  return isInteractive(terminal) || first === undefined ? askChoice(terminal, message, values) : first;
}

function oneOf<T extends string>(option: string, value: string | undefined, known: readonly T[]): T | undefined {
  const found = known.find((each) => each === value);
  if (value === undefined || found !== undefined) return found;
  throw new UsageError(`${option} is one of ${known.join(', ')}, not "${value}".`);
}
