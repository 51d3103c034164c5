import { useState } from 'react';
import type { ConflictProblem, FieldProblem, OrderDocument, OrderEdit } from '../../../contract/index.js';
import { problemFrom } from '../../api/desk-error.js';
import { editFromDraft } from './edit-from-draft.js';
import { changeDraft, isDirty, noDraft } from './order-draft.js';
import type { DraftChange, OrderDraft } from './order-draft.js';
import { pathOfChange } from './path-of-change.js';
import { conflictOf, useSaveOrder } from './use-save-order.js';

/** An order under somebody's hands. */
export interface OrderEditor {
  readonly order: OrderDocument;
  readonly draft: OrderDraft;
  readonly isDirty: boolean;
  readonly edit: OrderEdit;
  /** What is wrong with the draft before it is sent. */
  readonly flaws: readonly FieldProblem[];
  readonly change: (change: DraftChange) => void;
  readonly errorOf: (path: string) => string | undefined;
  readonly save: () => void;
  readonly isSaving: boolean;
  readonly isSaved: boolean;
  /** How often saving was refused: the focus goes to the first error each time. */
  readonly refusals: number;
  /** Why saving failed, as a whole; null for nothing, and for a conflict. */
  readonly failure: Error | null;
  readonly conflict: ConflictProblem | undefined;
  readonly settleConflict: (choice: 'mine' | 'theirs' | 'later') => void;
}

/** Keeps the draft of an order, saves it, and tells what is wrong with it. */
export function useOrderEditor(order: OrderDocument): OrderEditor {
  const [draft, setDraft] = useState(noDraft);
  const refused = useRefusals();
  const { edit, problems: flaws } = editFromDraft(order, draft);
  const saving = useSaveOrder(order, {
    onSaved: () => {
      setDraft(noDraft);
      refused.clear('all');
    },
    onRefused: (error) => {
      refused.put(problemFrom(error).errors ?? []);
    },
  });
  const conflict = conflictOf(saving.error);
  const change = (what: DraftChange): void => {
    setDraft((before) => changeDraft(order, before, what));
    refused.clear(pathOfChange(draft, what));
    if (saving.isSuccess || what.kind === 'reset') saving.reset();
  };
  const settleConflict = (choice: 'mine' | 'theirs' | 'later'): void => {
    saving.reset();
    if (choice === 'theirs' && conflict !== undefined) saving.take(conflict.theirs);
    if (choice === 'mine') saving.mutate({ ...edit, overwrite: true });
  };
  const save = (): void => {
    if (flaws.length > 0) refused.put(flaws);
    else saving.mutate(edit);
  };
  const { isPending: isSaving, isSuccess: isSaved, error } = saving;
  const failure = conflict === undefined ? error : null;
  const { times: refusals, errorOf } = refused;
  return {
    ...{ order, draft, isDirty: isDirty(draft), edit, flaws, change, errorOf, save },
    ...{ isSaving, isSaved, refusals, failure, conflict, settleConflict },
  };
}

/** What was refused last, by its place, until that place is changed. */
function useRefusals() {
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  const [times, setTimes] = useState(0);
  return {
    times,
    errorOf: (path: string) => problems.find((known) => known.path === path)?.message,
    put: (next: readonly FieldProblem[]) => {
      setProblems(next);
      setTimes((before) => before + 1);
    },
    clear: (path: string) => {
      setProblems((before) => (path === 'all' ? [] : before.filter((known) => known.path !== path)));
    },
  };
}
