import { join } from 'node:path';
import ts from 'typescript';

const root = join(__dirname, '../../..');
const fileName = join(__dirname, 'checked-in-memory.ts');

/** A complaint of the compiler. */
interface TypeProblem {
  /** The line of the source, counted from 0. */
  readonly line: number;
  /** The first line of the message. */
  readonly message: string;
}

/** What the compiler says of a program. */
export interface TypeCheck {
  readonly problems: readonly TypeProblem[];
  /** How many types were instantiated; the same number on every machine. */
  readonly instantiations: number;
}

/** Checks a source text as a file beside this one, with the workspace's compiler options. */
export function typeCheck(source: string): TypeCheck {
  const options = compilerOptions();
  const host = ts.createCompilerHost(options);
  const withSource: ts.CompilerHost = {
    ...host,
    fileExists: (name) => name === fileName || host.fileExists(name),
    readFile: (name) => (name === fileName ? source : host.readFile(name)),
    getSourceFile: (name, version) =>
      name === fileName ? ts.createSourceFile(name, source, version) : host.getSourceFile(name, version),
  };
  const program = ts.createProgram({ rootNames: [fileName], options, host: withSource });
  const problems = ts.getPreEmitDiagnostics(program).map(problemFrom);
  return { problems, instantiations: instantiationCount(program) };
}

function problemFrom({ file, start, messageText }: ts.Diagnostic): TypeProblem {
  const line = file ? file.getLineAndCharacterOfPosition(start ?? 0).line : 0;
  return { line, message: typeof messageText === 'string' ? messageText : messageText.messageText };
}

function compilerOptions(): ts.CompilerOptions {
  const { config } = ts.readConfigFile(join(root, 'tsconfig.base.json'), (name) => ts.sys.readFile(name)) as {
    config: object;
  };
  const { options } = ts.parseJsonConfigFileContent({ ...config, files: [fileName] }, ts.sys, root);
  return { ...options, types: [] };
}

/** What `tsc --extendedDiagnostics` prints as "Instantiations". */
function instantiationCount(program: ts.Program): number {
  return (program as ts.Program & { getInstantiationCount(): number }).getInstantiationCount();
}
