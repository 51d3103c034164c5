import type { FilterDraft } from '../../contract/index.js';
import { DeskProblem } from '../desk-problem.js';

const maxConditions = 20;
const maxValueLength = 200;

/** A filter from the text of a query parameter; without text, one that all orders pass. @throws DeskProblem 400 */
export function readDraft(text: string | undefined): FilterDraft {
  if (text === undefined || text === '') return { match: 'all', conditions: [] };
  const draft = parse(text);
  if (!isRecord(draft) || (draft['match'] !== 'all' && draft['match'] !== 'any') || !Array.isArray(draft['conditions']))
    throw DeskProblem.malformed('The filter must have "match" (all or any) and "conditions".');
  const conditions: unknown[] = draft['conditions'];
  if (conditions.length > maxConditions)
    throw DeskProblem.malformed(`A filter has at most ${maxConditions} conditions.`);
  conditions.forEach(checkCondition);
  return draft as unknown as FilterDraft;
}

function checkCondition(condition: unknown, index: number): void {
  const path = `conditions.${index}`;
  if (!isRecord(condition) || typeof condition['field'] !== 'string' || typeof condition['op'] !== 'string')
    throw DeskProblem.malformed('A condition has a field and an operator.', [{ path, message: 'is incomplete' }]);
  const { value } = condition;
  if (value !== undefined && (typeof value !== 'string' || value.length > maxValueLength))
    throw DeskProblem.malformed('A value is a text of at most 200 characters.', [
      { path: `${path}.value`, message: 'must be a text of at most 200 characters' },
    ]);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw DeskProblem.malformed('The filter is not JSON.');
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
