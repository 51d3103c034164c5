import type { AndNode } from './and-node.js';
import type { ComparisonNode } from './comparison-node.js';
import type { InNode } from './in-node.js';
import type { NotNode } from './not-node.js';
import type { OrNode } from './or-node.js';
import type { RawNode } from './raw-node.js';
import type { SomeNode } from './some-node.js';
import type { TextMatchNode } from './text-match-node.js';

/** Everything that is true or false of a record. The compiler has a table keyed by `kind`, so a forgotten kind does not compile. */
export type ConditionNode = AndNode | OrNode | NotNode | ComparisonNode | InNode | TextMatchNode | SomeNode | RawNode;
