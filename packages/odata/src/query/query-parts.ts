import { optionPath, parentPath, pathSteps } from './option-path.js';

/** Which parts of a record are asked for. */
export interface QueryParts {
  /** Field paths and whole parts, without doubles. */
  readonly select: readonly string[];
  /** Links and details with every part on the way to them, parents before children, without doubles. */
  readonly expand: readonly string[];
}

/** Paths as the caller wrote them. */
export interface WrittenParts {
  readonly select: readonly string[];
  readonly expand: readonly string[];
  readonly custom: readonly string[];
}

/**
 * Completes what the caller wrote: a part on the way to a selected field, to an expanded part or to a custom field of a
 * detail row is expanded too, and so are selected `files`, since the ERP leaves out what is not expanded.
 */
export function completeParts({ select, expand, custom }: WrittenParts): QueryParts {
  const selected = select.map((path) => optionPath(path, 'select'));
  const below = selected.map((path) => (isFiles(path) ? path : parentPath(path)));
  const customBelow = custom.map(parentPath);
  const wanted = [...expand.map((path) => optionPath(path, 'expand')), ...below, ...customBelow];
  return {
    select: [...new Set(selected)],
    expand: [...new Set(wanted.flatMap((path) => (path === undefined ? [] : pathSteps(path))))],
  };
}

/**
 * The selected paths together with the expanded parts that no selected path names: once `$select` is there, a contract
 * endpoint leaves out an expanded part that it does not name.
 */
export function selectNamingParts({ select, expand }: QueryParts): readonly string[] {
  if (select.length === 0) return select;
  const isNamed = (part: string) => select.some((path) => path === part || path.startsWith(`${part}/`));
  return [...select, ...expand.filter((part) => !isNamed(part))];
}

function isFiles(path: string): boolean {
  return path === 'files' || path.endsWith('/files');
}
