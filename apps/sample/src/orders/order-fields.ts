import type { EndpointSchema } from 'acurecord';
import type { FieldType, FilterOperator, OrderField } from '../../contract/index.js';
import { SalesOrder } from '../models/sales-order.js';

const labels: Readonly<Record<FilterOperator, string>> = {
  eq: 'is',
  ne: 'is not',
  gt: 'is more than',
  ge: 'is at least',
  lt: 'is less than',
  le: 'is at most',
  contains: 'contains',
  startsWith: 'begins with',
  isNull: 'is empty',
  isNotNull: 'is not empty',
};

const dateLabels: Readonly<Partial<Record<FilterOperator, string>>> = {
  gt: 'is after',
  ge: 'is on or after',
  lt: 'is before',
  le: 'is on or before',
};

const emptiness = ['isNull', 'isNotNull'] as const;
const order = ['eq', 'ne', 'gt', 'ge', 'lt', 'le'] as const;

/** What makes sense with a value of each type. */
const operators: Readonly<Record<FieldType, readonly FilterOperator[]>> = {
  String: ['eq', 'ne', 'contains', 'startsWith', ...emptiness],
  Decimal: [...order, ...emptiness],
  Int: [...order, ...emptiness],
  DateTime: [...order, ...emptiness],
  Boolean: ['eq', 'ne'],
};

/** Values of the fields that have few; the endpoint's description does not tell them. */
const values: Readonly<Record<string, readonly string[]>> = {
  Status: [
    'On Hold',
    'Open',
    'Credit Hold',
    'Pending Approval',
    'Back Order',
    'Shipping',
    'Invoiced',
    'Completed',
    'Cancelled',
  ],
  OrderType: ['SO', 'QT', 'RM', 'IN', 'CM'],
};

/**
 * What orders can be filtered by: the plain fields that both our class and the endpoint have, so that a tenant whose
 * endpoint lacks one is never asked for it.
 */
export function orderFields(schema: EndpointSchema | undefined): OrderField[] {
  const members = schema?.entities['SalesOrder']?.members;
  return Object.values(SalesOrder.fields).flatMap((member): OrderField[] => {
    const { name } = member;
    if (member.kind !== 'field' || member.custom !== undefined) return [];
    if (members !== undefined && !Object.hasOwn(members, name)) return [];
    const type = fieldType(member.type);
    if (type === undefined) return [];
    const known = values[name];
    return [
      {
        name,
        label: spaced(name),
        type,
        operators: operators[type].map((op) => ({
          op,
          label: (type === 'DateTime' ? dateLabels[op] : undefined) ?? labels[op],
        })),
        ...(known !== undefined && { values: known }),
        sortable: true,
      },
    ];
  });
}

function fieldType(wireType: string): FieldType | undefined {
  if (wireType === 'Double') return 'Decimal';
  if (wireType === 'Short' || wireType === 'Byte' || wireType === 'Long') return 'Int';
  return Object.hasOwn(operators, wireType) ? (wireType as FieldType) : undefined;
}

/** `OrderTotal` → `Order total`, `CustomerID` → `Customer ID`. */
function spaced(name: string): string {
  const words = name
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1 $2')
    .split(' ');
  return words.map((word, index) => (index === 0 || /^[A-Z]{2}/.test(word) ? word : word.toLowerCase())).join(' ');
}
