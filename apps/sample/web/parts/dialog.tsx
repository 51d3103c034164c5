import { useId, useLayoutEffect, useRef } from 'react';
import type { KeyboardEvent, ReactElement, ReactNode } from 'react';

const reachable =
  'a[href], button:not(:disabled), input:not(:disabled), select:not(:disabled), textarea, summary, [tabindex="0"]';

/**
 * A question that has to be answered first. The rest of the page is out of reach, Tab stays inside, Escape closes it,
 * and the focus goes back where it came from.
 */
export function Dialog(props: {
  readonly title: string;
  readonly small?: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
}): ReactElement {
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const { current } = dialog;
    current?.showModal();
    return () => current?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      aria-labelledby={id}
      className={props.small === true ? 'small-dialog' : undefined}
      onKeyDown={keepInside}
      onCancel={(event) => {
        event.preventDefault();
        props.onClose();
      }}
    >
      <div className="dialog-body">
        <h2 id={id}>{props.title}</h2>
        {props.children}
      </div>
    </dialog>
  );
}

/** A modal dialog lets Tab out to the browser's own buttons; here it goes round. */
function keepInside(event: KeyboardEvent<HTMLDialogElement>): void {
  if (event.key !== 'Tab') return;
  const stops = [...event.currentTarget.querySelectorAll<HTMLElement>(reachable)];
  const [first, last] = [stops.at(0), stops.at(-1)];
  const from = document.activeElement;
  if (event.shiftKey && (from === first || from === event.currentTarget)) last?.focus();
  else if (!event.shiftKey && from === last) first?.focus();
  else return;
  event.preventDefault();
}
