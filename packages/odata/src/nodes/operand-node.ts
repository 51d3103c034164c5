import type { ArithmeticNode } from './arithmetic-node.js';
import type { CallNode } from './call-node.js';
import type { CustomFieldNode } from './custom-field-node.js';
import type { FieldNode } from './field-node.js';
import type { LiteralNode } from './literal-node.js';

/** Everything that has a value and can stand on a side of a comparison. */
export type OperandNode = FieldNode | CustomFieldNode | LiteralNode | CallNode | ArithmeticNode;
