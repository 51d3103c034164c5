import { useState } from 'react';
import type { ReactElement } from 'react';
import type { OrderAction, OrderDocument } from '../../../contract/index.js';
import { Dialog } from '../../parts/dialog.js';
import { Notice } from '../../parts/notice.js';
import { ProblemNotice } from '../../parts/problem-notice.js';
import { useOrderAction } from './use-order-action.js';
import type { ActionState } from './use-order-action.js';

/** What can be done with the order as a whole, and how it goes. */
export function ActionBar(props: { readonly order: OrderDocument; readonly isDirty: boolean }): ReactElement {
  const { order, isDirty } = props;
  const { state, run } = useOrderAction(order);
  const [asked, ask] = useState<OrderAction>();
  const isBlocked = isDirty || state.at === 'running';
  return (
    <section aria-label="Actions" className="stack">
      <div className="row">
        {order.actions.map((action) => (
          <ActionButton
            key={action.name}
            action={action}
            isBlocked={isBlocked}
            onRun={() => {
              if (action.name === 'cancel') ask(action);
              else run(action);
            }}
          />
        ))}
        {isDirty && <span className="soft small">Save or discard your changes first.</span>}
      </div>
      <Progress state={state} />
      {asked && (
        <CancelDialog
          onClose={(isMeant) => {
            ask(undefined);
            if (isMeant) run(asked);
          }}
        />
      )}
    </section>
  );
}

/** Stays reachable when it cannot be used, so that its reason can be read. */
function ActionButton(props: {
  readonly action: OrderAction;
  readonly isBlocked: boolean;
  readonly onRun: () => void;
}): ReactElement {
  const { action, isBlocked, onRun } = props;
  const isOff = !action.enabled || isBlocked;
  return (
    <button
      type="button"
      className={`button ${action.name === 'cancel' ? 'danger' : ''}`}
      aria-disabled={isOff || undefined}
      title={action.reason}
      aria-label={action.reason === undefined ? undefined : `${action.label}: ${action.reason}`}
      onClick={isOff ? undefined : onRun}
    >
      {action.label}
    </button>
  );
}

function Progress({ state }: { readonly state: ActionState }): ReactElement {
  return (
    <div aria-live="polite">
      {state.at === 'running' && (
        <div className="notice progress" data-tone="blue">
          <span className="spinner" />
          <div>
            <strong>{`${state.label}… ${state.seconds > 0 ? `${String(Math.round(state.seconds))} s` : ''}`}</strong>
            <p>The ERP is at work. You can leave this page: it finishes on its own, and never twice.</p>
          </div>
        </div>
      )}
      {state.at === 'done' && (
        <Notice tone="green" title={`${state.label}: done`}>
          {state.created !== undefined && <p>{`${state.created} was made.`}</p>}
        </Notice>
      )}
      {state.at === 'failed' && <ProblemNotice error={state.error} />}
    </div>
  );
}

function CancelDialog({ onClose }: { readonly onClose: (isMeant: boolean) => void }): ReactElement {
  return (
    <Dialog
      small
      title="Cancel this order?"
      onClose={() => {
        onClose(false);
      }}
    >
      <p>Nothing more is shipped for it. It can be reopened later.</p>
      <div className="dialog-foot">
        <button
          type="button"
          className="button"
          onClick={() => {
            onClose(false);
          }}
        >
          Leave it as it is
        </button>
        <button
          type="button"
          className="button danger"
          onClick={() => {
            onClose(true);
          }}
        >
          Cancel the order
        </button>
      </div>
    </Dialog>
  );
}
