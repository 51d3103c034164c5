/** Names and paths of `$select`, `$expand` or `$custom` as a tree; names keep their spelling. */
export type NameTree = Map<string, NameTree>;

/** Splits at a separator that is not inside parentheses or quotes. */
export function splitOutside(text: string, separator: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let quoted = false;
  let part = '';
  for (const letter of text) {
    if (letter === "'") quoted = !quoted;
    if (!quoted && letter === '(') depth += 1;
    if (!quoted && letter === ')') depth -= 1;
    if (letter === separator && depth === 0 && !quoted) {
      parts.push(part);
      part = '';
    } else part += letter;
  }
  parts.push(part);
  return parts.map((one) => one.trim()).filter((one) => one !== '');
}

/** Reads a comma list of paths: `MainContact,MainContact/Address` becomes one branch with one leaf. */
export function readNameTree(list: string): NameTree {
  const tree: NameTree = new Map();
  for (const path of splitOutside(list, ',')) addPath(tree, splitOutside(path, '/'));
  return tree;
}

function addPath(tree: NameTree, path: readonly string[]): void {
  let branch = tree;
  for (const name of path) {
    const next = branch.get(name) ?? new Map<string, NameTree>();
    branch.set(name, next);
    branch = next;
  }
}
