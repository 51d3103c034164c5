/** How generated files may name each other; '' is without an ending. */
export type ImportExtension = '.js' | '.ts' | '';

/** What one toolchain of a project says about generated classes. */
export interface Verdict {
  /** As a person calls it, with its version where it is known: `TypeScript 5.9.3`. */
  readonly toolchain: string;
  /** Why it does not take classes with decorated fields, as the end of a sentence; absent where it takes them. */
  readonly refusal?: string;
  /** Endings of imports that it follows as it is set up. */
  readonly follows: readonly ImportExtension[];
  /** Whether no setting makes it follow others. @default false */
  readonly isStrict?: boolean;
}
