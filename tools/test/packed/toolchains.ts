/** A way to compile generated classes, as far as they can tell it from others. */
export interface Toolchain {
  readonly name: string;
  readonly style: 'decorators' | 'erasable';
  /** The `type` of the package the program is in. */
  readonly type: 'module' | 'commonjs';
  readonly compilerOptions: Readonly<Record<string, unknown>>;
  /** Whether what it emits differs from what the others emit, so that it is run too. */
  readonly isRun: boolean;
}

/** Compilers by the folder they are installed in. */
export const compilers = ['typescript-5.4', 'typescript', 'typescript-7'] as const;

/** What npm is asked for beside the compiler of this repository. */
export const otherCompilers = ['typescript-5.4@npm:typescript@5.4.5', 'typescript-7@npm:typescript@7.0.2'];

const styles = [
  { name: 'standard decorators', style: 'decorators', experimentalDecorators: false },
  { name: 'experimental decorators', style: 'decorators', experimentalDecorators: true },
  { name: 'erasable types', style: 'erasable', experimentalDecorators: false },
] as const;

/** What people combine: decorators, strictness, ESM or CommonJS; each sort of file on its own in half of them. */
export const toolchains: readonly Toolchain[] = styles.flatMap(({ name, style, experimentalDecorators }) =>
  (['module', 'commonjs'] as const).flatMap((type) =>
    [true, false].map((strict) => {
      const isolatedModules = strict === (type === 'module');
      return {
        name: `${name}, ${type}, ${strict ? 'strict' : 'not strict'}`,
        style,
        type,
        compilerOptions: {
          target: 'ES2022',
          lib: ['ES2023', 'ESNext.Disposable', 'DOM'],
          module: 'NodeNext',
          types: ['node'],
          experimentalDecorators,
          emitDecoratorMetadata: experimentalDecorators && strict,
          strict,
          exactOptionalPropertyTypes: strict,
          noUncheckedIndexedAccess: strict,
          noImplicitOverride: strict,
          noPropertyAccessFromIndexSignature: strict,
          isolatedModules,
          verbatimModuleSyntax: isolatedModules && type === 'module',
          skipLibCheck: !strict,
          // the compiler's own files, which are a third of its work, are checked by those who make it
          skipDefaultLibCheck: true,
        },
        isRun: isolatedModules,
      };
    }),
  ),
);
