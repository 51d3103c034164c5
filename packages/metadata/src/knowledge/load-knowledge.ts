import type { Knowledge } from './knowledge.js';

let loading: Promise<Knowledge> | undefined;

/**
 * The built-in facts about the fields of the vendor's endpoints: labels, columns, lengths. They are a file of their own,
 * which is read on the first call and costs a program nothing that never asks.
 */
export function loadKnowledge(): Promise<Knowledge> {
  return (loading ??= import('./index.js').then(({ builtInKnowledge }) => builtInKnowledge));
}
