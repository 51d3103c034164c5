import type { Project } from './project.js';

/** How a program has its classes: generated in either style, or none of its own (`client.models`). */
export type Style = 'models' | 'decorators' | 'erasable';

/** All styles, in the order of the table's columns. */
export const STYLES: readonly Style[] = ['models', 'decorators', 'erasable'];

/** A runtime, test runner or bundler that programs are tried in: a line of the manual's table. */
export interface Trial {
  readonly name: string;
  /** What npm installs beside our packages; the version of the first is shown. Empty for the Node that runs the trial. */
  readonly packages: readonly string[];
  /** The `type` of the project's package. */
  readonly type: 'commonjs' | 'module';
  /** The styles that work, and those that its compiler refuses; what is in neither list was not tried. */
  readonly works: readonly Style[];
  readonly refuses?: readonly Style[];
  /** What must be set, in Markdown; without it the defaults do. */
  readonly settings?: string;
  /** How generated files name each other. @default '.js' */
  readonly importExtension?: '.js' | '.ts' | 'none';
  /** Whether it is fast enough for `npm test`. @default false */
  readonly isQuick?: boolean;
  readonly files: (style: Style) => Readonly<Record<string, string>>;
  /** Builds and runs the project; gives what the program printed. */
  readonly run: (project: Project) => Promise<string>;
}
