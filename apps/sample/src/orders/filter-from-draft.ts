import { allOf, anyOf, F } from 'acurecord';
import type { Query } from 'acurecord';
import type { FieldProblem, FilterCondition, FilterDraft, OrderField } from '../../contract/index.js';
import { DeskProblem } from '../desk-problem.js';
import { addDays, dateFromDay } from '../models/plain-day.js';
import { SalesOrder } from '../models/sales-order.js';

type Condition = ReturnType<typeof allOf>;

/** What a value could not be read as. */
class WrongValue extends Error {}

/**
 * The orders that a visitor's filter is about: conditions as they were built from lists of fields and operators become a
 * query. Every fault is told at its place.
 *
 * @throws DeskProblem 400 with `errors` at `conditions.0.value` and the like
 */
export function queryFromDraft(draft: FilterDraft, fields: readonly OrderField[]): Query<SalesOrder> {
  const errors: FieldProblem[] = [];
  const conditions = draft.conditions.flatMap((condition, index) => {
    const fault = (part: string, message: string) => void errors.push({ path: `conditions.${index}.${part}`, message });
    const field = fields.find(({ name }) => name === condition.field);
    if (field === undefined) return fault('field', `Orders have no field "${condition.field}".`) ?? [];
    if (field.operators.every(({ op }) => op !== condition.op))
      return fault('op', `${field.label} cannot be compared by "${condition.op}".`) ?? [];
    try {
      return [conditionOf(condition, field)];
    } catch (error) {
      if (error instanceof WrongValue) return fault('value', error.message) ?? [];
      throw error;
    }
  });
  if (errors.length > 0) throw DeskProblem.malformed(errors.map(({ message }) => message).join(' '), errors);
  if (conditions.length === 0) return SalesOrder.query();
  return SalesOrder.where(draft.match === 'all' ? allOf(conditions) : anyOf(conditions));
}

function conditionOf({ op, value = '' }: FilterCondition, { name, label, type }: OrderField): Condition {
  const field = F(name);
  if (op === 'isNull' || op === 'isNotNull') return field[op]();
  if (value.trim() === '') throw new WrongValue(`${label}: say what to compare with.`);
  if (type === 'DateTime') return dayCondition(name, op, value.trim(), label);
  return field[op](valueOf(value.trim(), type, label));
}

/** A day is compared as a whole: fields with a time of day would else be equal to its first instant alone. */
function dayCondition(name: string, op: FilterCondition['op'], day: string, label: string): Condition {
  const field = F(name);
  const start = dayFrom(day, label);
  const end = dateFromDay(addDays(day, 1));
  if (op === 'eq') return allOf([field.ge(start), field.lt(end)]);
  if (op === 'ne') return anyOf([field.lt(start), field.ge(end)]);
  if (op === 'gt') return field.ge(end);
  if (op === 'le') return field.lt(end);
  return op === 'ge' ? field.ge(start) : field.lt(start);
}

function dayFrom(day: string, label: string): Date {
  try {
    if (/^\d{4}-\d{2}-\d{2}$/.test(day)) return dateFromDay(day);
  } catch {
    // told below
  }
  throw new WrongValue(`${label}: "${day}" is not a day, such as 2026-01-31.`);
}

function valueOf(text: string, type: OrderField['type'], label: string): string | number | boolean {
  if (type === 'String') return text;
  if (type === 'Boolean') {
    if (text === 'true' || text === 'false') return text === 'true';
    throw new WrongValue(`${label}: "${text}" is neither true nor false.`);
  }
  const number = /^-?\d{1,15}(\.\d{1,6})?$/.test(text) ? Number(text) : NaN;
  if (Number.isNaN(number) || (type === 'Int' && !Number.isInteger(number)))
    throw new WrongValue(`${label}: "${text}" is not a number.`);
  return number;
}
