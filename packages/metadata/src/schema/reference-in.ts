import { ownMember } from './schema-place.js';
import type { JsonObject } from './schema-place.js';

/** What a part of a document refers to: another schema, or a list of such. */
export interface Reference {
  /** The `$ref`. */
  readonly ref: unknown;
  readonly isList: boolean;
}

const COMPOSITES = ['allOf', 'anyOf', 'oneOf'] as const;
/** With one of these a part says something of its own besides what it refers to. */
const CONTENTS = ['properties', 'items', 'patternProperties', 'prefixItems', 'not', 'if'] as const;
/** What says nothing about the values but that they may be missing. */
const REMARKS: ReadonlySet<string> = new Set([
  'nullable',
  'title',
  'description',
  'default',
  'example',
  'examples',
  'deprecated',
  'readOnly',
  'writeOnly',
  'externalDocs',
  'xml',
  '$comment',
]);
const MAX_DEPTH = 16;

/**
 * Reads a reference in whichever form a server writes it: `$ref`; `allOf`, `anyOf` or `oneOf` of one, beside which may
 * stand `nullable`, a `null` type or a remark; a list (`type: 'array'` or `['array', 'null']`) of any of these.
 * `undefined` for anything else, such as a choice of two.
 */
export function referenceIn(shape: unknown): Reference | undefined {
  const inner = unwrapped(shape);
  if (inner === undefined) return undefined;
  if (inner.$ref !== undefined) return { ref: inner.$ref, isList: false };
  const { items } = inner;
  if (items === undefined || !isArrayType(inner.type)) return undefined;
  const item = unwrapped(items);
  return item?.$ref === undefined ? undefined : { ref: item.$ref, isList: true };
}

/** The part that says what the values are. */
function unwrapped(shape: unknown, depth = 0): JsonObject | undefined {
  if (!isObject(shape) || depth > MAX_DEPTH) return undefined;
  if (ownMember(shape, '$ref') !== undefined) return shape;
  const parts = COMPOSITES.flatMap((word) => {
    const list = ownMember(shape, word);
    return Array.isArray(list) ? (list as unknown[]) : [];
  });
  if (parts.length === 0) return shape;
  if (CONTENTS.some((word) => ownMember(shape, word) !== undefined)) return undefined;
  const telling = parts.filter((part) => !isRemark(part));
  return telling.length === 1 ? unwrapped(telling[0], depth + 1) : undefined;
}

/** `{ type: 'null' }`, `{ enum: [null] }`, `{ nullable: true }` and the like. */
function isRemark(part: unknown): boolean {
  if (!isObject(part)) return false;
  const { type, enum: values, const: value } = part;
  if (isNull(type) || isNull(values) || value === null) return true;
  return Object.keys(part).every((word) => REMARKS.has(word) || word.startsWith('x-'));
}

function isNull(types: unknown): boolean {
  if (types === 'null') return true;
  return Array.isArray(types) && types.length > 0 && types.every((type) => type === 'null' || type === null);
}

function isArrayType(type: unknown): boolean {
  return type === 'array' || (Array.isArray(type) && type.every((one) => one === 'array' || one === 'null'));
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
