const ts = require('typescript');

/** Compiles with TypeScript's experimental decorators; swc leaves decorators on `accessor` fields as they are. */
module.exports = {
  process(source, fileName) {
    const compilerOptions = {
      target: ts.ScriptTarget.ES2022,
      module: ts.ModuleKind.CommonJS,
      experimentalDecorators: true,
      esModuleInterop: true,
      inlineSourceMap: true,
      inlineSources: true,
    };
    return { code: ts.transpileModule(source, { fileName, compilerOptions }).outputText };
  },
};
