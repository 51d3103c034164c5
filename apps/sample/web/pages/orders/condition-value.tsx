import type { HTMLInputTypeAttribute, InputHTMLAttributes, ReactElement } from 'react';
import type { FieldType, FilterCondition, OrderField } from '../../../contract/index.js';
import { Field } from '../../parts/field.js';

/** What a field is compared with: a choice where there are few values, a day, a number or a text. */
export function ConditionValue(props: {
  readonly field: OrderField | undefined;
  readonly condition: FilterCondition;
  readonly error: string | undefined;
  readonly onChange: (condition: FilterCondition) => void;
}): ReactElement {
  const { field, condition, error, onChange } = props;
  const isExact = condition.op === 'eq' || condition.op === 'ne';
  const choices = field?.type === 'Boolean' ? ['true', 'false'] : isExact ? field?.values : undefined;
  const change = ({ target }: { readonly target: { readonly value: string } }): void => {
    onChange({ ...condition, value: target.value });
  };
  return (
    <Field label="Value" unseenLabel error={error}>
      {(input) =>
        choices === undefined ? (
          <input {...input} {...inputOf(field?.type)} value={condition.value ?? ''} onChange={change} />
        ) : (
          <select {...input} value={condition.value ?? ''} onChange={change}>
            {choices.map((choice) => (
              <option key={choice} value={choice}>
                {field?.type === 'Boolean' ? (choice === 'true' ? 'Yes' : 'No') : choice}
              </option>
            ))}
          </select>
        )
      }
    </Field>
  );
}

function inputOf(type: FieldType | undefined): InputHTMLAttributes<HTMLInputElement> {
  const text: HTMLInputTypeAttribute = type === 'DateTime' ? 'date' : 'text';
  return type === 'Decimal' || type === 'Int'
    ? { type: text, inputMode: 'decimal', placeholder: '0', autoComplete: 'off' }
    : { type: text, autoComplete: 'off', ...(text === 'text' && { placeholder: 'Value' }) };
}
