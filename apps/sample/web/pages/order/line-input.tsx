import type { ReactElement } from 'react';
import { Field } from '../../parts/field.js';

/** An input of a line; the heading of its column labels it for the eye. */
export function LineInput(props: {
  readonly label: string;
  /** Which line, for those who hear one field at a time: `line 2`. */
  readonly of: string;
  readonly number: boolean;
  readonly text: string;
  readonly changed: boolean;
  readonly disabled: boolean;
  readonly error: string | undefined;
  readonly placeholder?: string;
  readonly onChange: (text: string) => void;
}): ReactElement {
  const { label, of, number, text, changed, disabled, error, placeholder, onChange } = props;
  return (
    <Field label={`${label}, ${of}`} unseenLabel error={error} changed={changed} number={number}>
      {(input) => (
        <input
          {...input}
          type="text"
          inputMode={number ? 'decimal' : 'text'}
          autoComplete="off"
          disabled={disabled}
          value={text}
          placeholder={placeholder ?? (label === 'Description' ? label : undefined)}
          onChange={({ target }) => {
            onChange(target.value);
          }}
        />
      )}
    </Field>
  );
}
