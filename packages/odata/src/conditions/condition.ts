import { AcumaticaQueryError } from '@acurecord/errors';
import { andNode } from '../nodes/and-node.js';
import type { ConditionNode } from '../nodes/condition-node.js';
import { notNode } from '../nodes/not-node.js';
import { orNode } from '../nodes/or-node.js';
import { describeValue } from '../values/describe-value.js';
import { hasBrand } from '../values/has-brand.js';

const brand = Symbol.for('@acurecord/odata/condition');

/**
 * Something that is true or false of a record: `c.Status.eq('Active')`. Immutable; every method gives a new condition.
 *
 * A condition is a frozen tree, not text. `compileFilter` writes it in the dialect of the server it is sent to.
 */
export class Condition {
  readonly node: ConditionNode;

  constructor(node: ConditionNode) {
    this.node = node;
    Object.freeze(this);
  }

  /** This and the others: `a.or(b).and(c)` is `(a or b) and c`. */
  and(...others: readonly Condition[]): Condition {
    return new Condition(andNode(parts('and', this, others)));
  }

  /** This or one of the others: `a.and(b).or(c)` is `(a and b) or c`. */
  or(...others: readonly Condition[]): Condition {
    return new Condition(orNode(parts('or', this, others)));
  }

  /** The opposite: `c.Status.eq('Active').not()`. As in a database, a record whose field is empty satisfies neither. */
  not(): Condition {
    return new Condition(notNode(this.node));
  }

  /** Whether a value is a condition, also of another installed copy of this package. */
  static is(value: unknown): value is Condition {
    return hasBrand(value, brand);
  }

  /** @internal */
  get [brand](): true {
    return true;
  }
}

function parts(method: string, first: Condition, others: readonly Condition[]): ConditionNode[] {
  if (others.length === 0) throw new AcumaticaQueryError(`${method}() needs a condition to combine with.`);
  return [first.node, ...others.map((other) => nodeOfCondition(other, `${method}()`))];
}

/** The tree of a condition. @throws {AcumaticaQueryError} when the value is none, such as the result of `===`. */
export function nodeOfCondition(value: unknown, where: string): ConditionNode {
  if (Condition.is(value)) return value.node;
  const hint = typeof value === 'boolean' ? ' Compare with eq(), not with === or ==.' : '';
  throw new AcumaticaQueryError(
    `${where} takes conditions such as c.Status.eq('Active'), but got ${describeValue(value)}.${hint}`,
  );
}
