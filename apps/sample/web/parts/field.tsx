import { useId } from 'react';
import type { ReactElement } from 'react';

/** What an input of a field needs to be known by its label and its error. */
export interface InputProps {
  readonly id: string;
  readonly className: string;
  readonly 'aria-invalid': boolean | undefined;
  readonly 'aria-describedby': string | undefined;
}

/** A labelled input with the error that belongs to it. */
export function Field(props: {
  readonly label: string;
  /** The label is there for a screen reader only. @default false */
  readonly unseenLabel?: boolean;
  readonly error?: string | undefined;
  readonly changed?: boolean;
  readonly number?: boolean;
  readonly children: (input: InputProps) => ReactElement;
}): ReactElement {
  const id = useId();
  const wrong = props.error !== undefined;
  return (
    <div className="field">
      <label htmlFor={id} className={props.unseenLabel === true ? 'unseen' : undefined}>
        {props.label}
      </label>
      {props.children({
        id,
        className: ['input', props.changed === true && 'changed', props.number === true && 'number']
          .filter(Boolean)
          .join(' '),
        'aria-invalid': wrong || undefined,
        'aria-describedby': wrong ? `${id}-error` : undefined,
      })}
      {wrong && (
        <span className="field-error" id={`${id}-error`}>
          {props.error}
        </span>
      )}
    </div>
  );
}
