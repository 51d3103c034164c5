import { AcumaticaQueryError } from '@acurecord/errors';
import { andNode } from '../nodes/and-node.js';
import type { AndNode } from '../nodes/and-node.js';
import { comparisonNode } from '../nodes/comparison-node.js';
import type { ConditionNode } from '../nodes/condition-node.js';
import type { InNode } from '../nodes/in-node.js';
import { notNode } from '../nodes/not-node.js';
import type { NotNode } from '../nodes/not-node.js';
import { orNode } from '../nodes/or-node.js';
import type { OrNode } from '../nodes/or-node.js';
import { someNode } from '../nodes/some-node.js';
import type { SomeNode } from '../nodes/some-node.js';
import { textMatchNode } from '../nodes/text-match-node.js';
import type { TextMatchNode } from '../nodes/text-match-node.js';
import { adaptComparison, caseReason, comparedText, oppositeComparison } from './adapt-comparison.js';
import { adaptOperand } from './adapt-operand.js';
import type { Adaptation } from './adaptation.js';
import { flatParts } from '../nodes/flat-parts.js';
import { foldsCase } from './without-case-folding.js';
import { noteViews } from './note-views.js';

type Adapters = {
  readonly [K in ConditionNode['kind']]: (
    node: Extract<ConditionNode, { kind: K }>,
    adaptation: Adaptation,
    negated: boolean,
  ) => ConditionNode;
};

const adapters: Adapters = {
  and: adaptJunction,
  or: adaptJunction,
  not: adaptNot,
  in: adaptIn,
  test: adaptTest,
  some: adaptSome,
  comparison: (node, adaptation, negated) => adaptComparison(negated ? oppositeComparison(node) : node, adaptation),
  raw: (node, adaptation, negated) => (negated ? negatedPart(node, 'raw', adaptation) : node),
};

const oppositeReason = '"not" is said by turning the operators round; a record with an empty field satisfies neither.';
const listReason = 'There is no "in": each value is compared on its own.';

/**
 * The condition as the dialect can say it: the same meaning, in forms the server is known to understand.
 *
 * @param negated adapt the opposite of it, for a dialect that has no trustworthy `not`
 * @throws {AcumaticaQueryError} when the dialect cannot say it
 */
export function adaptCondition(node: ConditionNode, adaptation: Adaptation, negated = false): ConditionNode {
  const adapt = adapters[node.kind] as (node: ConditionNode, adaptation: Adaptation, negated: boolean) => ConditionNode;
  return adapt(node, adaptation, negated);
}

function adaptJunction(node: AndNode | OrNode, adaptation: Adaptation, negated: boolean): ConditionNode {
  const parts = flatParts(node.kind, node.parts);
  if (!negated && node.kind === 'and') noteViews(parts, adaptation);
  const adapted = adaptation.nested(() => parts.map((part) => adaptCondition(part, adaptation, negated)));
  const kind = negated === (node.kind === 'and') ? 'or' : 'and';
  const flat = flatParts(kind, adapted);
  if (
    kind === node.kind &&
    flat.length === node.parts.length &&
    flat.every((part, index) => part === node.parts[index])
  )
    return node;
  return kind === 'and' ? andNode(flat) : orNode(flat);
}

function adaptNot({ condition }: NotNode, adaptation: Adaptation, negated: boolean): ConditionNode {
  const { negation } = adaptation.dialect;
  if (negation === 'plain') return notNode(adaptation.nested(() => adaptCondition(condition, adaptation)));
  const adapted = adaptation.nested(() => adaptCondition(condition, adaptation, !negated));
  return negated || adapted.kind === 'not'
    ? adapted
    : adaptation.rewritten(notNode(condition), adapted, oppositeReason);
}

function adaptIn(node: InNode, adaptation: Adaptation, negated: boolean): ConditionNode {
  const operator = negated ? 'ne' : 'eq';
  const parts = node.values.map((value) => adaptComparison(comparisonNode(operator, node.operand, value), adaptation));
  if (parts.length === 1) return parts[0]!;
  const chain = negated ? andNode(flatParts('and', parts)) : orNode(flatParts('or', parts));
  return negated ? chain : adaptation.rewritten(node, chain, listReason);
}

function adaptTest(node: TextMatchNode, adaptation: Adaptation, negated: boolean): ConditionNode {
  const form = adaptation.dialect.functions[node.name];
  if ('refused' in form) throw adaptation.refusal(node.name, form);
  const text = adaptOperand(comparedText(node.text, adaptation), adaptation);
  const part = adaptOperand(comparedText(node.part, adaptation), adaptation);
  if (part.kind !== 'literal') adaptation.unconfirmed(adaptation.dialect.unconfirmed.twoFields);
  const same = text === node.text && part === node.part;
  const adapted = same ? node : textMatchNode(node.name, text, part);
  if (!same && (foldsCase(node.text) || foldsCase(node.part))) adaptation.rewritten(node, adapted, caseReason);
  return negated ? negatedPart(adapted, node.name, adaptation) : adapted;
}

function negatedPart(node: ConditionNode, name: TextMatchNode['name'] | 'raw', adaptation: Adaptation): ConditionNode {
  const { negation } = adaptation.dialect;
  if (negation === 'plain') return notNode(node);
  const form = negation[name];
  if ('refused' in form) throw adaptation.refusal(`not ${name}`, form);
  adaptation.unconfirmed(form.unconfirmed);
  return notNode(node);
}

function adaptSome(node: SomeNode, adaptation: Adaptation): ConditionNode {
  const { rows } = adaptation.dialect;
  if (rows !== 'any') throw adaptation.refusal(`${node.path.join('/')}.some()`, rows);
  if (node.outerRow !== undefined && !adaptation.rows.includes(node.outerRow)) {
    throw new AcumaticaQueryError(`${node.path.join('/')} belongs to a detail row and is used outside of its some().`);
  }
  adaptation.rows.push(node.row);
  const condition = adaptation.nested(() => adaptCondition(node.condition, adaptation));
  adaptation.rows.pop();
  return condition === node.condition ? node : someNode(node.path, node.row, condition, node.outerRow);
}
