import { readNameTree, splitOutside } from './name-tree.js';
import type { NameTree } from './name-tree.js';

/** `$expand` with options in parentheses, taken apart. */
export interface NestedExpand {
  /** All paths that are expanded, as a plain list. */
  readonly paths: string;
  /** The `$select` of each path that has one. */
  readonly selects: ReadonlyMap<string, NameTree>;
}

/** Reads contract 5's `Details($expand=Allocations;$select=OrderQty),ShipToContact`. */
export function readNestedExpand(text: string): NestedExpand {
  const paths: string[] = [];
  const selects = new Map<string, NameTree>();
  const read = (list: string, prefix: string): void => {
    for (const part of splitOutside(list, ',')) {
      const [, name = part, options = ''] = /^([^(]+)\((.*)\)$/s.exec(part) ?? [];
      const path = prefix + name.trim();
      paths.push(path);
      for (const option of splitOutside(options, ';')) {
        const [key = '', value = ''] = [option.slice(0, option.indexOf('=')), option.slice(option.indexOf('=') + 1)];
        if (key.toLowerCase() === '$expand') read(value, `${path}/`);
        if (key.toLowerCase() === '$select') selects.set(path.toLowerCase(), readNameTree(value));
      }
    }
  };
  read(text, '');
  return { paths: paths.join(','), selects };
}
