import { isInteractive } from './terminal.js';
import type { Terminal } from './terminal.js';

/** A question on the terminal. */
export interface Question {
  readonly message: string;
  readonly initial?: string | undefined;
  /** What is wrong with an answer; undefined for a good one. */
  readonly complaint?: (answer: string) => string | undefined;
}

/** Somebody pressed Ctrl-C instead of answering. */
export class Interrupted extends Error {
  override readonly name = 'Interrupted';

  constructor() {
    super('Interrupted.');
  }
}

/** Asks for a text. */
export async function askText(terminal: Terminal, { message, initial, complaint }: Question): Promise<string> {
  const { text } = await import('@clack/prompts');
  const answer = await text({
    message,
    ...(initial !== undefined && { initialValue: initial }),
    validate: (value) => complaint?.(value ?? ''),
    output: terminal.stderr,
  });
  return answered<string>(answer);
}

/** Asks for a text of which nothing is shown, not even how long it is. */
export async function askSecret(terminal: Terminal, message: string): Promise<string> {
  const { password } = await import('@clack/prompts');
  const validate = (value: string | undefined): string | undefined => (value ? undefined : 'Type the password.');
  return answered<string>(await password({ message, mask: '', validate, output: terminal.stderr }));
}

/** Asks for yes or no; where nobody can answer, it is no. */
export async function askYesNo(terminal: Terminal, message: string): Promise<boolean> {
  if (!isInteractive(terminal)) return false;
  const { confirm } = await import('@clack/prompts');
  return answered<boolean>(await confirm({ message, output: terminal.stderr }));
}

/** Asks for one of several words. */
export async function askChoice<T extends string>(
  terminal: Terminal,
  message: string,
  choices: readonly T[],
): Promise<T> {
  const { select } = await import('@clack/prompts');
  const options = choices.map((value) => ({ value: String(value), label: String(value) }));
  return answered<T>((await select({ message, options, output: terminal.stderr })) as T | symbol);
}

/** A question that was cancelled is answered by a symbol. */
function answered<T extends string | boolean>(answer: T | symbol): T {
  if (typeof answer === 'symbol') throw new Interrupted();
  return answer;
}
