import { useState } from 'react';
import type { ReactElement } from 'react';
import type { FilterCondition, FilterDraft, OrderField } from '../../../contract/index.js';
import { Icon } from '../../parts/icon.js';
import { CompiledFilter } from './compiled-filter.js';
import { ConditionRow } from './condition-row.js';
import { firstCondition } from './first-condition.js';
import { isComplete } from './needs-value.js';
import { useCompiledOrders } from './use-compiled-orders.js';

/** Puts conditions together, and shows what they become before they are applied. */
export function FilterBuilder(props: {
  readonly fields: readonly OrderField[];
  readonly applied: FilterDraft;
  readonly sort: string;
  readonly onApply: (filter: FilterDraft) => void;
}): ReactElement {
  const { fields, applied, sort, onApply } = props;
  const [draft, setDraft] = useState(applied);
  const [isTried, setTried] = useState(false);
  const compiled = useCompiledOrders(draft, sort);
  const setConditions = (conditions: readonly FilterCondition[]): void => {
    setDraft({ ...draft, conditions });
  };
  const apply = (): void => {
    setTried(true);
    if (draft.conditions.every(isComplete) && !compiled.isRefused) onApply(draft);
  };
  const errorOf = (place: number): string | undefined => {
    const condition = draft.conditions[place];
    if (condition && !isComplete(condition)) return isTried ? 'Enter a value.' : undefined;
    return compiled.errorOf(place);
  };
  return (
    <form
      className="builder"
      onSubmit={(event) => {
        event.preventDefault();
        apply();
      }}
      aria-label="Filter"
    >
      <div className="stack">
        {draft.conditions.length > 1 && <MatchChoice draft={draft} onChange={setDraft} />}
        {draft.conditions.length === 0 && <p className="soft">No conditions yet: every order is listed.</p>}
        {draft.conditions.map((condition, place) => (
          <ConditionRow
            key={place}
            place={place + 1}
            fields={fields}
            condition={condition}
            error={errorOf(place)}
            onChange={(next) => {
              setConditions(draft.conditions.with(place, next));
            }}
            onRemove={() => {
              setConditions(draft.conditions.toSpliced(place, 1));
            }}
          />
        ))}
        <Buttons
          onAdd={() => {
            const field = fields.find(({ name }) => name === 'Status') ?? fields[0];
            if (field) setConditions([...draft.conditions, firstCondition(field)]);
          }}
          onClear={() => {
            setDraft({ match: 'all', conditions: [] });
            onApply({ match: 'all', conditions: [] });
          }}
          canClear={draft.conditions.length > 0}
          isChanged={draft !== applied}
        />
      </div>
      <CompiledFilter compiled={compiled} />
    </form>
  );
}

function MatchChoice(props: {
  readonly draft: FilterDraft;
  readonly onChange: (draft: FilterDraft) => void;
}): ReactElement {
  const { draft, onChange } = props;
  return (
    <fieldset className="row matches">
      <legend className="unseen">Which conditions have to hold</legend>
      {(['all', 'any'] as const).map((match) => (
        <label key={match} className="check">
          <input
            type="radio"
            name="match"
            checked={draft.match === match}
            onChange={() => {
              onChange({ ...draft, match });
            }}
          />
          {match === 'all' ? 'All of these hold' : 'Any of these holds'}
        </label>
      ))}
    </fieldset>
  );
}

function Buttons(props: {
  readonly onAdd: () => void;
  readonly onClear: () => void;
  readonly canClear: boolean;
  readonly isChanged: boolean;
}): ReactElement {
  return (
    <div className="row">
      <button type="button" className="button" onClick={props.onAdd}>
        <Icon name="plus" /> Add condition
      </button>
      <button type="submit" className={`button ${props.isChanged ? 'primary' : ''}`}>
        <Icon name="filter" /> Apply
      </button>
      {props.canClear && (
        <button type="button" className="button quiet" onClick={props.onClear}>
          Clear
        </button>
      )}
    </div>
  );
}
