import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix, sep } from 'node:path';
import ts from 'typescript';

/**
 * @typedef {object} ImportGraph
 * @property {Map<string, Set<string>>} values what each file imports at run time
 * @property {Map<string, Set<string>>} all the same, with what it imports for the compiler alone
 */

/** The TypeScript files below a folder with their texts, by paths relative to it. @returns {Map<string, string>} */
export function sourcesOf(folder) {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => /\.tsx?$/.test(name));
  return new Map(names.map((name) => [name.split(sep).join('/'), readFileSync(join(folder, name), 'utf8')]));
}

/** Who imports whom among some files; what is imported from elsewhere is passed over. @returns {ImportGraph} */
export function importGraph(sources) {
  const values = new Map();
  const all = new Map();
  for (const [file, text] of sources) {
    const imports = importsOf(file, text)
      .map(({ specifier, isType }) => ({ target: resolved(sources, file, specifier), isType }))
      .filter(({ target }) => target !== undefined);
    values.set(file, new Set(imports.filter(({ isType }) => !isType).map(({ target }) => target)));
    all.set(file, new Set(imports.map(({ target }) => target)));
  }
  return { values, all };
}

/** `import()` runs later, when all files are loaded: it counts as the compiler's imports do. */
function importsOf(file, text) {
  const found = [];
  const visit = (node) => {
    if (ts.isImportDeclaration(node)) add(node.moduleSpecifier, isTypeImport(node));
    else if (ts.isExportDeclaration(node) && node.moduleSpecifier) add(node.moduleSpecifier, isTypeExport(node));
    else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword)
      add(node.arguments[0], true);
    else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) add(node.argument.literal, true);
    ts.forEachChild(node, visit);
  };
  const add = (specifier, isType) => {
    if (specifier && ts.isStringLiteralLike(specifier)) found.push({ specifier: specifier.text, isType });
  };
  visit(ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true));
  return found;
}

function isTypeImport({ importClause }) {
  if (importClause === undefined) return false;
  if (importClause.isTypeOnly) return true;
  const { name, namedBindings } = importClause;
  return name === undefined && namedBindings !== undefined && areTypes(namedBindings);
}

function isTypeExport({ isTypeOnly, exportClause }) {
  return isTypeOnly || (exportClause !== undefined && areTypes(exportClause));
}

function areTypes(bindings) {
  const { elements = [] } = bindings;
  return elements.length > 0 && elements.every(({ isTypeOnly }) => isTypeOnly);
}

function resolved(sources, file, specifier) {
  if (!specifier.startsWith('.')) return undefined;
  const path = posix.join(dirname(file), specifier).replace(/\.js$/, '');
  return [`${path}.ts`, `${path}.tsx`, `${path}/index.ts`].find((candidate) => sources.has(candidate));
}
