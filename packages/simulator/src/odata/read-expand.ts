import { splitOutside } from '../reading/name-tree.js';
import { odataError } from './odata-error.js';

/** One navigation to expand, with the options in its parentheses. */
export interface Expansion {
  readonly name: string;
  /** Options by lower-case name: `$select`, `$filter`. */
  readonly options: ReadonlyMap<string, string>;
  readonly expand: readonly Expansion[];
}

const deepest = 3;

/**
 * Reads `SOLineCollection($select=LineNbr;$expand=InventoryItemByInventoryID),CustomerByCustomerID`.
 * @throws ODataFault 400 for more than three levels.
 */
export function readExpand(text: string | undefined, depth = 1): Expansion[] {
  if (text === undefined || text.trim() === '') return [];
  if (depth > deepest) throw odataError(`The depth of $expand exceeds ${String(deepest)}.`);
  return splitOutside(text, ',').map((part) => {
    const [, name = part, inside = ''] = /^([^(]+)\((.*)\)$/s.exec(part) ?? [];
    const options = new Map(splitOutside(inside, ';').map(readOption));
    return { name: name.trim(), options, expand: readExpand(options.get('$expand'), depth + 1) };
  });
}

function readOption(option: string): [string, string] {
  const at = option.indexOf('=');
  return at < 0 ? [option.toLowerCase(), ''] : [option.slice(0, at).toLowerCase(), option.slice(at + 1)];
}
