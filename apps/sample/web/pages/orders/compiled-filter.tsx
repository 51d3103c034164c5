import type { ReactElement } from 'react';
import { Breakable } from '../../parts/breakable.js';
import { Icon } from '../../parts/icon.js';
import { problemFrom } from '../../api/desk-error.js';
import type { CompiledDraft } from './use-compiled-orders.js';

/** The OData that a filter becomes, as it changes, and how it had to be adapted. */
export function CompiledFilter({ compiled }: { readonly compiled: CompiledDraft }): ReactElement {
  const { data, error } = compiled;
  return (
    <div className="compiled">
      <p className="label" id="odata-label">
        What is asked of the ERP
      </p>
      {error === null ? (
        <output aria-labelledby="odata-label" className="code mono odata">
          {data === undefined ? '…' : <Breakable text={data.odata || 'No $filter: all orders'} />}
        </output>
      ) : (
        <p className="field-error" role="status">
          {problemFrom(error).detail}
        </p>
      )}
      {data !== undefined && error === null && (
        <>
          {data.notes.length > 0 && (
            <ul className="notes">
              {data.notes.map((note) => (
                <li key={note}>
                  <Icon name="info" size={16} /> {note}
                </li>
              ))}
            </ul>
          )}
          <details>
            <summary>As it goes over the wire</summary>
            <p className="code mono">
              <Breakable text={data.url} />
            </p>
          </details>
        </>
      )}
    </div>
  );
}
