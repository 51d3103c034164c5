import { nodeOfCondition } from '../conditions/condition.js';
import type { Condition } from '../conditions/condition.js';
import { contractDialect } from '../dialects/contract-dialect.js';
import type { Dialect } from '../dialects/dialect.js';
import { adaptCondition } from './adapt-condition.js';
import { Adaptation } from './adaptation.js';
import { printCondition } from './print-condition.js';

/**
 * The text of a condition for `$filter`, not yet percent-encoded:
 * `compileFilter(F.Name.contains('tea'))` → `substringof('tea',Name)`.
 *
 * @throws {AcumaticaQueryError} when the dialect is known to fail on the condition, or to answer it wrongly
 */
export function compileFilter(condition: Condition, dialect: Dialect = contractDialect): string {
  const node = nodeOfCondition(condition, 'compileFilter()');
  return printCondition(adaptCondition(node, new Adaptation(dialect)), dialect);
}
