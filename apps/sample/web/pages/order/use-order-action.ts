import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ActionProgress, OrderAction, OrderDocument } from '../../../contract/index.js';
import { DeskError } from '../../api/desk-error.js';
import { orderPath } from '../../api/order-path.js';
import { orderQuery } from '../../api/queries.js';
import { readNdjson } from '../../api/read-ndjson.js';
import { sendJson } from '../../api/request.js';

/** Where an action is. */
export type ActionState =
  | { readonly at: 'idle' }
  | { readonly at: 'running'; readonly label: string; readonly seconds: number }
  | { readonly at: 'done'; readonly label: string; readonly created?: string }
  | { readonly at: 'failed'; readonly error: unknown };

/**
 * Runs actions of an order, one at a time: while one runs, no other starts. The ERP finishes on its own whether or not
 * somebody looks on, so that leaving the page does no harm.
 */
export function useOrderAction({ header: { orderType, orderNbr } }: OrderDocument): {
  readonly state: ActionState;
  readonly run: (action: OrderAction) => void;
} {
  const client = useQueryClient();
  const [state, setState] = useState<ActionState>({ at: 'idle' });
  const follow = async ({ name, label }: OrderAction): Promise<void> => {
    const path = `${orderPath(orderType, orderNbr)}/actions/${name}`;
    let last: ActionProgress | undefined;
    for await (const progress of readNdjson<ActionProgress>(await sendJson('POST', path, {}))) {
      last = progress;
      if (progress.state === 'running') setState({ at: 'running', label, seconds: progress.seconds });
    }
    if (last?.state === 'failed') throw new DeskError(last.problem);
    if (last?.state !== 'done') throw new Error('The desk stopped telling how it goes. Load the order again to see.');
    client.setQueryData(orderQuery(orderType, orderNbr).queryKey, last.order);
    void client.invalidateQueries({ queryKey: ['orders'] });
    void client.invalidateQueries({ queryKey: ['overview'] });
    const { created } = last;
    setState({ at: 'done', label, ...(created && { created: `${created.kind} ${created.nbr}` }) });
  };
  const run = (action: OrderAction): void => {
    if (state.at === 'running') return;
    setState({ at: 'running', label: action.label, seconds: 0 });
    follow(action).catch((error: unknown) => {
      setState({ at: 'failed', error });
    });
  };
  return { state, run };
}
