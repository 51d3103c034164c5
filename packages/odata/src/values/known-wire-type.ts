/** The value types of contract endpoints, plus `Date` for date-only fields of OData v4 documents. */
export const wireTypes = [
  'String',
  'Boolean',
  'Byte',
  'Short',
  'Int',
  'Long',
  'Decimal',
  'Double',
  'DateTime',
  'Date',
  'Guid',
] as const;

/** How the ERP types a value; decides what a field offers and how its literals are written. */
export type KnownWireType = (typeof wireTypes)[number];

/** Types that behave alike in a condition. */
export type WireFamily = 'string' | 'boolean' | 'number' | 'date' | 'guid';

const families: Readonly<Record<KnownWireType, WireFamily>> = {
  String: 'string',
  Boolean: 'boolean',
  Byte: 'number',
  Short: 'number',
  Int: 'number',
  Long: 'number',
  Decimal: 'number',
  Double: 'number',
  DateTime: 'date',
  Date: 'date',
  Guid: 'guid',
};

/** The family of a type; `undefined` stays `undefined`, since an untyped field may be anything. */
export function familyOf(type: KnownWireType | undefined): WireFamily | undefined {
  return type && families[type];
}
