import ts from 'typescript';

const blocks = new Set(['describe', 'it', 'test']);

/** The text of an expression that is text or a number. */
function literal(node: ts.Expression | undefined): string | undefined {
  return node !== undefined && (ts.isStringLiteralLike(node) || ts.isNumericLiteral(node)) ? node.text : undefined;
}

/** The table of an `each`: written out there, or a constant of the same file. */
function tableOf(node: ts.Expression | undefined, file: ts.SourceFile): readonly ts.Expression[] {
  if (node === undefined) return [];
  if (ts.isAsExpression(node) || ts.isSatisfiesExpression(node)) return tableOf(node.expression, file);
  if (ts.isArrayLiteralExpression(node)) return node.elements;
  if (!ts.isIdentifier(node)) return [];
  for (const statement of file.statements) {
    if (!ts.isVariableStatement(statement)) continue;
    for (const { name, initializer } of statement.declarationList.declarations)
      if (ts.isIdentifier(name) && name.text === node.text) return tableOf(initializer, file);
  }
  return [];
}

/** `%s waits` and the row `['Bob', 5]` make `Bob waits`; a row without literals leaves the title as it is. */
function titleOfRow(title: string, row: ts.Expression): string {
  const cells = ts.isArrayLiteralExpression(row) ? [...row.elements] : [row];
  return title.replaceAll(/%[sj]/g, (placeholder) => literal(cells.shift()) ?? placeholder);
}

/** The names that one call gives to what it holds: one, or with `each` one for every row, and the one written. */
function titlesOf(call: ts.CallExpression, file: ts.SourceFile): readonly string[] | undefined {
  const title = literal(call.arguments[0]);
  if (title === undefined) return undefined;
  const { expression: callee } = call;
  if (ts.isIdentifier(callee)) return blocks.has(callee.text) ? [title] : undefined;
  if (!ts.isCallExpression(callee) || !ts.isPropertyAccessExpression(callee.expression)) return undefined;
  const { expression: block, name } = callee.expression;
  if (!ts.isIdentifier(block) || !blocks.has(block.text) || name.text !== 'each') return undefined;
  return [title, ...tableOf(callee.arguments[0], file).map((row) => titleOfRow(title, row))];
}

/** The full names of the tests in a source: those of the groups around them, then their own. */
export function testTitles(source: string): Set<string> {
  const file = ts.createSourceFile('a.test.ts', source, ts.ScriptTarget.Latest, false);
  const found = new Set<string>();
  const visit = (node: ts.Node, groups: readonly string[]): void => {
    const own = ts.isCallExpression(node) ? titlesOf(node, file) : undefined;
    const names = own?.flatMap((title) => groups.map((group) => `${group} ${title}`.trim())) ?? groups;
    if (own !== undefined && !isGroup(node)) for (const name of names) found.add(name);
    ts.forEachChild(node, (child) => {
      visit(child, names);
    });
  };
  visit(file, ['']);
  return found;
}

/** Whether a call is one of `describe`, `describe.each(…)`, … */
function isGroup(node: ts.Node): boolean {
  let at = node;
  while (ts.isCallExpression(at) || ts.isPropertyAccessExpression(at)) at = at.expression;
  return ts.isIdentifier(at) && at.text === 'describe';
}
