import { parentPath } from './option-path.js';
import type { QueryParts } from './query-parts.js';

/** The two options in the nested form. */
export interface NestedParts {
  readonly select: readonly string[];
  /** One text for each part at the top, such as `Details($select=Qty;$expand=Allocations)`. */
  readonly expand: readonly string[];
}

/** `$select` and `$expand` with the options of each part in parentheses behind it. */
export function nestedParts(parts: QueryParts): NestedParts {
  return { select: selectedBelow(undefined, parts), expand: expandedBelow(undefined, parts) };
}

function expandedBelow(parent: string | undefined, parts: QueryParts): string[] {
  return childrenOf(parent, parts.expand).map((path) => {
    const select = selectedBelow(path, parts).join(',');
    const expand = expandedBelow(path, parts).join(',');
    const options = [select && `$select=${select}`, expand && `$expand=${expand}`].filter(Boolean).join(';');
    return options ? `${lastName(path)}(${options})` : lastName(path);
  });
}

function selectedBelow(parent: string | undefined, { select, expand }: QueryParts): string[] {
  const isExpanded = (path: string) => expand.includes(path);
  return childrenOf(parent, select)
    .filter((path) => !isExpanded(path))
    .map(lastName);
}

function childrenOf(parent: string | undefined, paths: readonly string[]): string[] {
  return paths.filter((path) => parentPath(path) === parent);
}

function lastName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
