import { dirname } from 'node:path';
import { getTsconfig } from 'get-tsconfig';
import { UsageError } from '../exit-code.js';

/** What the settings of TypeScript say that matters for generated classes; names in lower case, as TypeScript takes them. */
export interface CompilerSettings {
  readonly path: string;
  readonly target?: string;
  readonly module?: string;
  readonly moduleResolution?: string;
  readonly experimentalDecorators: boolean;
  /** Whether the compiler writes the JavaScript that runs, and does not only check types. */
  readonly emits: boolean;
  /** Whether only what a type stripper can take away is allowed. */
  readonly erasableSyntaxOnly: boolean;
  /** Whether imports may end in `.ts`. */
  readonly tsExtensions: boolean;
}

/**
 * The settings that hold in a folder: its `tsconfig.json`, or the next one above up to `top`, with what it extends.
 *
 * @throws UsageError for one that cannot be read
 */
export function readCompilerSettings(folder: string, top: string): CompilerSettings | undefined {
  const found = parsed(folder);
  if (found === null || !isInside(found.path, top)) return undefined;
  const { compilerOptions: options = {} } = found.config;
  return {
    path: found.path,
    ...lowerCase('target', options.target),
    ...lowerCase('module', options.module),
    ...lowerCase('moduleResolution', options.moduleResolution),
    experimentalDecorators: options.experimentalDecorators === true,
    emits: options.noEmit !== true && options.emitDeclarationOnly !== true,
    erasableSyntaxOnly: options.erasableSyntaxOnly === true,
    tsExtensions: options.allowImportingTsExtensions === true || options.rewriteRelativeImportExtensions === true,
  };
}

function parsed(folder: string): ReturnType<typeof getTsconfig> {
  try {
    return getTsconfig(folder);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new UsageError(
      `The tsconfig.json cannot be read: ${reason} Mend it, or give --style and --import-extension.`,
      { cause },
    );
  }
}

function lowerCase<Name extends string>(name: Name, value: unknown): { readonly [N in Name]?: string } {
  return (typeof value === 'string' ? { [name]: value.toLowerCase() } : {}) as { readonly [N in Name]?: string };
}

function isInside(path: string, top: string): boolean {
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    if (folder === top) return true;
    if (dirname(folder) === folder) return false;
  }
}
