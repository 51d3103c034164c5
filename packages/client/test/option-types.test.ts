import { join } from 'node:path';
import ts from 'typescript';

const ROOT = join(__dirname, '../../..');
const FACE = join(ROOT, 'packages/client/src/index.ts');

/** Records, queries and schemas are worlds of their own, which options only name. */
const WORLDS: ReadonlySet<string> = new Set(['EntityClass', 'ConditionInput', 'EntityFacts', 'SchedulerDriver']);

/** Types of this repository that the options of the façade mention, by name, and the names that it exports. */
function readFace(): { readonly mentioned: ReadonlySet<string>; readonly exported: ReadonlySet<string> } {
  const base = join(ROOT, 'tsconfig.base.json');
  const { config } = ts.readConfigFile(base, (file) => ts.sys.readFile(file)) as {
    config: { compilerOptions: object };
  };
  const { options } = ts.parseJsonConfigFileContent({ ...config, files: [FACE] }, ts.sys, ROOT, {}, base);
  const program = ts.createProgram([FACE], { ...options, noEmit: true });
  const checker = program.getTypeChecker();
  const face = program.getSourceFile(FACE);
  const symbol = face && checker.getSymbolAtLocation(face);
  if (!symbol) throw new Error('The façade has no exports.');
  const exports = checker.getExportsOfModule(symbol);
  const mentioned = new Set<string>();
  const seen = new Set<ts.Node>();
  const real = (found: ts.Symbol): ts.Symbol =>
    found.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(found) : found;

  const visit = (node: ts.Node): void => {
    if (seen.has(node)) return;
    seen.add(node);
    if (ts.isTypeReferenceNode(node) || ts.isExpressionWithTypeArguments(node)) {
      const name = ts.isTypeReferenceNode(node) ? node.typeName : node.expression;
      const found = checker.getSymbolAtLocation(name);
      if (found) follow(real(found));
    }
    ts.forEachChild(node, visit);
  };
  const follow = (found: ts.Symbol): void => {
    for (const declaration of found.declarations ?? []) {
      const { fileName } = declaration.getSourceFile();
      const isOurs = fileName.startsWith(join(ROOT, 'packages/')) && !fileName.includes('node_modules');
      const isNamed = ts.getCombinedModifierFlags(declaration) & ts.ModifierFlags.Export;
      if (!isOurs || !isNamed) continue;
      mentioned.add(found.name);
      if (WORLDS.has(found.name)) continue;
      // What a class is made of is its own affair; options are data.
      if (ts.isInterfaceDeclaration(declaration) || ts.isTypeAliasDeclaration(declaration)) visit(declaration);
    }
  };
  for (const name of exports) if (/Options$|^CallScope$/.test(name.name)) follow(real(name));
  return { mentioned, exported: new Set(exports.map(({ name }) => name)) };
}

it('exports every type that its options mention', () => {
  const { mentioned, exported } = readFace();
  expect(mentioned.size).toBeGreaterThan(20);
  expect([...mentioned].filter((name) => !exported.has(name)).sort()).toEqual([]);
}, 60_000);
