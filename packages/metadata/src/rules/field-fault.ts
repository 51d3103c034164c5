import type { FieldDefinition } from '../model/member-definition.js';
import { INTEGER_RANGES } from '../wire/wire-type.js';
import type { WireType } from '../wire/wire-type.js';

const GUID = /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/i;
const DIGITS = /^-?\d+(\.\d+)?([eE][+-]?\d+)?$/;
const WHOLE = /^-?\d+$/;

/** What is wrong with the value of a field, as the end of a sentence about it; undefined when nothing is. */
export function fieldFault({ type, options }: FieldDefinition, value: unknown, isNew: boolean): string | undefined {
  if (value === undefined) return options.required === true && isNew ? 'must be set' : undefined;
  if (value === null || value === '') return options.required === true ? 'must not be empty' : undefined;
  return typeFault(type, value) ?? lengthFault(options.maxLength, value) ?? choiceFault(options.oneOf, value);
}

function typeFault(type: WireType, value: unknown): string | undefined {
  const range = INTEGER_RANGES.get(type);
  if (range !== undefined) return wholeFault(value, range);
  return TYPE_FAULTS.get(type)?.(value);
}

const TYPE_FAULTS: ReadonlyMap<WireType, (value: unknown) => string | undefined> = new Map([
  ['String', (value: unknown) => (typeof value === 'string' ? undefined : 'must be a text')],
  ['Boolean', (value) => (typeof value === 'boolean' ? undefined : 'must be true or false')],
  ['DateTime', (value) => (value instanceof Date ? undefined : 'must be a date')],
  ['Guid', (value) => (typeof value === 'string' && GUID.test(value) ? undefined : 'must be a GUID')],
  ['Decimal', decimalFault],
  ['Double', decimalFault],
]);

/** Exact decimals are texts of digits. */
function decimalFault(value: unknown): string | undefined {
  if (typeof value === 'number') return Number.isFinite(value) ? undefined : 'must be a finite number';
  return typeof value === 'string' && DIGITS.test(value) ? undefined : 'must be a number';
}

function wholeFault(value: unknown, [min, max]: readonly [number, number]): string | undefined {
  if (typeof value === 'string' && WHOLE.test(value)) return undefined;
  if (typeof value !== 'number' || !Number.isInteger(value)) return 'must be a whole number';
  return value >= min && value <= max ? undefined : `must be a whole number from ${min} to ${max}`;
}

function lengthFault(maxLength: number | undefined, value: unknown): string | undefined {
  if (maxLength === undefined || typeof value !== 'string' || value.length <= maxLength) return undefined;
  return `must not be longer than ${maxLength} characters`;
}

function choiceFault(oneOf: readonly (string | number)[] | undefined, value: unknown): string | undefined {
  if (oneOf === undefined || oneOf.includes(value as string | number)) return undefined;
  return `must be one of ${oneOf.join(', ')}`;
}
