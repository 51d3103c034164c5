import { AcumaticaAmbiguousOutcomeError } from '@acurecord/errors';
import { isRow } from '../wire/wire-row.js';
import type { WireRow } from '../wire/wire-row.js';

/** Members of every record that say nothing of which entity it is. */
const COMMON: ReadonlySet<string> = new Set(['id', 'rowNumber', 'note', 'custom', 'error', 'files', '_links']);
const LONGEST = 200;

/** Whether an answer to a write is a record: it has an id, and members as the ERP writes them. */
export function isRecordAnswer(body: unknown): body is WireRow {
  if (!isRow(body) || typeof body.id !== 'string' || body.id === '') return false;
  return Object.entries(body).some(([name, cell]) => !COMMON.has(name) && (isRow(cell) || Array.isArray(cell)));
}

/** A write and what came instead of an answer. */
export interface StrangeAnswer {
  readonly entity: string;
  /** Such as `PUT /entity/Default/24.200.001/SalesOrder`. */
  readonly operation: string;
  readonly repeatable: boolean;
  readonly body: unknown;
  readonly status?: number;
}

/** A write was answered with success, and with something else than the ERP answers. */
export function strangeAnswer(answer: StrangeAnswer): AcumaticaAmbiguousOutcomeError {
  const { entity, operation, repeatable, body, status } = answer;
  const text = body === undefined ? 'nothing' : (JSON.stringify(body) ?? typeof body);
  const came = text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
  return new AcumaticaAmbiguousOutcomeError(
    `${operation} was answered with ${came} in place of the ${entity}: the ERP may have done it or not.`,
    {
      entity,
      operation,
      repeatable,
      ...(status !== undefined && { status }),
      suggestions: ['Look in the ERP before you send it again, and check what stands between you and it.'],
    },
  );
}
