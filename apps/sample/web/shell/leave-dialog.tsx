import type { ReactElement } from 'react';
import { Dialog } from '../parts/dialog.js';
import { answerLeave, usePendingLeave } from './leave-guard.js';

/** Asks before what was typed is lost. */
export function LeaveDialog(): ReactElement | null {
  if (usePendingLeave() === undefined) return null;
  const stay = (): void => {
    answerLeave(false);
  };
  return (
    <Dialog small title="Leave without saving?" onClose={stay}>
      <p>What you changed on this order is not saved. It is lost when you leave.</p>
      <div className="dialog-foot">
        <button type="button" className="button primary" onClick={stay}>
          Stay here
        </button>
        <button
          type="button"
          className="button danger"
          onClick={() => {
            answerLeave(true);
          }}
        >
          Leave and lose it
        </button>
      </div>
    </Dialog>
  );
}
