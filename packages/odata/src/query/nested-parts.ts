import { parentPath } from './option-path.js';
import type { QueryParts } from './query-parts.js';

/** The two options in the nested form. */
export interface NestedParts {
  readonly select: readonly string[];
  /** One text for each part at the top, such as `Details($select=Qty;$expand=Allocations)`. */
  readonly expand: readonly string[];
}

/**
 * `$select` and `$expand` with the options of each part in parentheses behind it.
 *
 * @param namesParts whether a `$select` must name the expanded parts beside it
 */
export function nestedParts(parts: QueryParts, namesParts: boolean): NestedParts {
  return { select: selectedBelow(undefined, parts, namesParts), expand: expandedBelow(undefined, parts, namesParts) };
}

function expandedBelow(parent: string | undefined, parts: QueryParts, namesParts: boolean): string[] {
  return childrenOf(parent, parts.expand).map((path) => {
    const select = selectedBelow(path, parts, namesParts).join(',');
    const expand = expandedBelow(path, parts, namesParts).join(',');
    const options = [select && `$select=${select}`, expand && `$expand=${expand}`].filter(Boolean).join(';');
    return options ? `${lastName(path)}(${options})` : lastName(path);
  });
}

function selectedBelow(parent: string | undefined, { select, expand }: QueryParts, namesParts: boolean): string[] {
  const fields = childrenOf(parent, select).filter((path) => !expand.includes(path));
  const isSelective = select.some((path) => parent === undefined || path.startsWith(`${parent}/`));
  const parts = namesParts && isSelective ? childrenOf(parent, expand) : [];
  return [...fields, ...parts].map(lastName);
}

function childrenOf(parent: string | undefined, paths: readonly string[]): string[] {
  return paths.filter((path) => parentPath(path) === parent);
}

function lastName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
