import { useQuery } from '@tanstack/react-query';
import { useEffect, useId, useRef } from 'react';
import type { ReactElement } from 'react';
import { stockItemsQuery } from '../../api/queries.js';
import { Field } from '../../parts/field.js';
import { useDebounced } from '../../parts/use-debounced.js';
import { money } from '../../wording/money.js';
import type { LineText } from './order-draft.js';

/** Finds an item by its number or name; choosing one brings its description and price. */
export function ItemInput(props: {
  readonly label: string;
  readonly text: string;
  readonly error: string | undefined;
  readonly onChange: (text: Partial<LineText>) => void;
}): ReactElement {
  const { label, text, error, onChange } = props;
  const list = useId();
  const field = useRef<HTMLInputElement>(null);
  const { data: items = [] } = useQuery(stockItemsQuery(useDebounced(text.trim(), 200)));
  useEffect(() => field.current?.focus(), []);
  return (
    <>
      <Field label={label} unseenLabel error={error} changed>
        {(input) => (
          <input
            {...input}
            ref={field}
            list={list}
            autoComplete="off"
            placeholder="Item number or name"
            value={text}
            onChange={({ target: { value } }) => {
              const item = items.find(({ inventoryId }) => inventoryId === value.trim());
              const filled = item && { description: item.description ?? '', unitPrice: String(item.price) };
              onChange({ inventoryId: value, ...(filled ?? { description: '' }) });
            }}
          />
        )}
      </Field>
      <datalist id={list}>
        {items.map(({ inventoryId, description, price }) => (
          <option key={inventoryId} value={inventoryId}>{`${description ?? ''} (${money(price)})`}</option>
        ))}
      </datalist>
    </>
  );
}
