import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { UseMutationResult } from '@tanstack/react-query';
import type { ConflictProblem, OrderDocument, OrderEdit } from '../../../contract/index.js';
import { problemFrom } from '../../api/desk-error.js';
import { orderPath } from '../../api/order-path.js';
import { orderQuery } from '../../api/queries.js';
import { write } from '../../api/request.js';

/** Saves edits of an order. */
export type SaveOrder = UseMutationResult<OrderDocument, Error, OrderEdit> & {
  /** Shows a document as the order that is in the ERP now. */
  readonly take: (order: OrderDocument) => void;
};

/** Saves edits of the order, and shows what the ERP made of them. */
export function useSaveOrder(
  { header: { orderType, orderNbr } }: OrderDocument,
  hear: { readonly onSaved: () => void; readonly onRefused: (error: Error) => void },
): SaveOrder {
  const client = useQueryClient();
  const take = (saved: OrderDocument): void => {
    client.setQueryData(orderQuery(orderType, orderNbr).queryKey, saved);
    for (const list of ['orders', 'overview', 'customers']) void client.invalidateQueries({ queryKey: [list] });
    hear.onSaved();
  };
  const saving = useMutation({
    mutationFn: (edit: OrderEdit) => write<OrderDocument>('PUT', orderPath(orderType, orderNbr), edit),
    onSuccess: take,
    onError: hear.onRefused,
  });
  return { ...saving, take };
}

/** The conflict among errors: somebody else was faster. */
export function conflictOf(error: Error | null): ConflictProblem | undefined {
  const problem = error === null ? undefined : problemFrom(error);
  return problem?.status === 409 && 'theirs' in problem ? (problem as ConflictProblem) : undefined;
}
