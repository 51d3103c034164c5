import type { ConditionNode } from '../nodes/condition-node.js';
import type { OperandNode } from '../nodes/operand-node.js';
import type { Adaptation } from './adaptation.js';

/** Notes that the parts of an `and` look at different views of the form, where that may give too few records. */
export function noteViews(parts: readonly ConditionNode[], adaptation: Adaptation): void {
  const note = adaptation.dialect.unconfirmed.views;
  if (note === undefined || !adaptation.takesNotes) return;
  const views = new Set(parts.flatMap((part) => operandsOf(part).map(viewOf)).filter((view) => view !== undefined));
  if (views.size > 1) adaptation.unconfirmed(note);
}

function operandsOf(node: ConditionNode): readonly OperandNode[] {
  if (node.kind === 'comparison') return [node.left, node.right];
  if (node.kind === 'in') return [node.operand];
  return node.kind === 'test' ? [node.text, node.part] : [];
}

function viewOf(operand: OperandNode): string | undefined {
  switch (operand.kind) {
    case 'field':
      return operand.path.slice(0, -1).join('/');
    case 'customField':
      return `cf ${operand.view}`;
    case 'call':
      return viewOf(operand.args[0]!);
    case 'arithmetic':
      return viewOf(operand.left) ?? viewOf(operand.right);
    case 'literal':
      return undefined;
  }
}
