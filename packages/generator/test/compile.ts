import { dirname, join } from 'node:path';
import ts from 'typescript';

const root = join(__dirname, '../../..');
const folder = join(root, 'packages/generator/generated-in-memory');
const parsed = new Map<string, ts.SourceFile | undefined>();

/** Compiles files that exist in memory only, against the workspace's sources, and says what is wrong with them. */
export function compile(files: ReadonlyMap<string, string>, settings: Record<string, unknown>): string[] {
  const options = optionsOf(settings);
  const virtual = new Map([...files].map(([path, text]) => [join(folder, path), text]));
  const program = ts.createProgram([...virtual.keys()], options, hostOf(virtual, options));
  const faults = [...virtual.keys()].flatMap((path) => {
    const file = program.getSourceFile(path);
    return [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)];
  });
  return faults.map(({ file, start, messageText }) => {
    const line = file === undefined ? 0 : file.getLineAndCharacterOfPosition(start ?? 0).line + 1;
    return `${file?.fileName.slice(folder.length + 1)}:${line} ${ts.flattenDiagnosticMessageText(messageText, ' ')}`;
  });
}

function optionsOf(settings: Record<string, unknown>): ts.CompilerOptions {
  const config = ts.readConfigFile(join(root, 'tsconfig.base.json'), (path) => ts.sys.readFile(path));
  const base = config.config as { compilerOptions: object };
  const compilerOptions = { ...base.compilerOptions, types: ['node'], ...settings };
  return ts.parseJsonConfigFileContent({ compilerOptions, files: [] }, ts.sys, root).options;
}

/** Parsed sources are shared by all compilations: only the generated files are checked, and only they differ. */
function hostOf(virtual: ReadonlyMap<string, string>, options: ts.CompilerOptions): ts.CompilerHost {
  const host = ts.createCompilerHost(options, true);
  const folders = new Set([...virtual.keys()].map((path) => dirname(path)));
  return {
    ...host,
    fileExists: (path) => virtual.has(path) || host.fileExists(path),
    directoryExists: (path) => folders.has(path) || host.directoryExists?.(path) === true,
    readFile: (path) => virtual.get(path) ?? host.readFile(path),
    getSourceFile: (path, language, ...rest) => {
      const text = virtual.get(path);
      if (text !== undefined) return ts.createSourceFile(path, text, language, true);
      const key = `${path} ${typeof language === 'object' ? JSON.stringify(language) : language}`;
      if (!parsed.has(key)) parsed.set(key, host.getSourceFile(path, language, ...rest));
      return parsed.get(key);
    },
  };
}
