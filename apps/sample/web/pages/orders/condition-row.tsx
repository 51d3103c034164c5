import type { ReactElement } from 'react';
import type { FilterCondition, FilterOperator, OrderField } from '../../../contract/index.js';
import { Field } from '../../parts/field.js';
import { Icon } from '../../parts/icon.js';
import { ConditionValue } from './condition-value.js';
import { firstCondition } from './first-condition.js';
import { isEveryday } from './is-everyday.js';
import { needsValue } from './needs-value.js';

/** One condition of the filter: a field, how it is compared, and with what. */
export function ConditionRow(props: {
  readonly place: number;
  readonly fields: readonly OrderField[];
  readonly condition: FilterCondition;
  readonly error: string | undefined;
  readonly onChange: (condition: FilterCondition) => void;
  readonly onRemove: () => void;
}): ReactElement {
  const { place, fields, condition, error, onChange, onRemove } = props;
  const field = fields.find(({ name }) => name === condition.field);
  return (
    <fieldset className="condition">
      <legend className="unseen">{`Condition ${String(place)}`}</legend>
      <FieldChoice
        fields={fields}
        chosen={condition.field}
        onChoose={(next) => {
          onChange(firstCondition(next));
        }}
      />
      <Field label="Comparison" unseenLabel>
        {(input) => (
          <select
            {...input}
            value={condition.op}
            onChange={({ target }) => {
              onChange({ ...condition, op: target.value as FilterOperator });
            }}
          >
            {field?.operators.map(({ op, label }) => (
              <option key={op} value={op}>
                {label}
              </option>
            ))}
          </select>
        )}
      </Field>
      {needsValue(condition.op) ? (
        <ConditionValue field={field} condition={condition} error={error} onChange={onChange} />
      ) : (
        <span />
      )}
      <button type="button" className="button quiet icon-only" onClick={onRemove}>
        <Icon name="cross" />
        <span className="unseen">{`Remove condition ${String(place)}`}</span>
      </button>
    </fieldset>
  );
}

function FieldChoice(props: {
  readonly fields: readonly OrderField[];
  readonly chosen: string;
  readonly onChoose: (field: OrderField) => void;
}): ReactElement {
  const { fields, chosen, onChoose } = props;
  return (
    <Field label="Field" unseenLabel>
      {(input) => (
        <select
          {...input}
          value={chosen}
          onChange={({ target }) => {
            const field = fields.find(({ name }) => name === target.value);
            if (field) onChoose(field);
          }}
        >
          <FieldGroup label="Everyday" fields={fields.filter(isEveryday)} />
          <FieldGroup label="All others" fields={fields.filter((field) => !isEveryday(field))} />
        </select>
      )}
    </Field>
  );
}

function FieldGroup({
  label,
  fields,
}: {
  readonly label: string;
  readonly fields: readonly OrderField[];
}): ReactElement {
  return (
    <optgroup label={label}>
      {fields.map((field) => (
        <option key={field.name} value={field.name}>
          {field.label}
        </option>
      ))}
    </optgroup>
  );
}
