import { keepPreviousData, skipToken, useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import type { OrderEdit, WirePreview } from '../../../contract/index.js';
import { problemFrom } from '../../api/desk-error.js';
import { orderPath } from '../../api/order-path.js';
import { write } from '../../api/request.js';
import { Breakable } from '../../parts/breakable.js';
import { Card } from '../../parts/card.js';
import { Icon } from '../../parts/icon.js';
import { useDebounced } from '../../parts/use-debounced.js';
import type { OrderEditor } from './use-order-editor.js';

/** What saving would send: only what was changed. With the buttons that do it, or forget it. */
export function ChangesCard({ editor }: { readonly editor: OrderEditor }): ReactElement {
  return (
    <Card title="Changes" className="changes">
      <div className="card-body stack">
        {editor.isDirty ? <Preview editor={editor} /> : <Clean isSaved={editor.isSaved} />}
      </div>
      {editor.isDirty && <SaveBar editor={editor} />}
    </Card>
  );
}

function Clean({ isSaved }: { readonly isSaved: boolean }): ReactElement {
  return (
    <p className={isSaved ? 'saved' : 'soft'} role="status">
      {isSaved && <Icon name="tick" />}
      {isSaved ? 'Saved.' : 'Nothing is changed. What you change shows up here as the request that saving would send.'}
    </p>
  );
}

function SaveBar({ editor }: { readonly editor: OrderEditor }): ReactElement {
  return (
    <div className="save-bar">
      <button
        type="button"
        className="button"
        disabled={editor.isSaving}
        onClick={() => {
          editor.change({ kind: 'reset' });
        }}
      >
        Discard
      </button>
      <button type="button" className="button primary" disabled={editor.isSaving} onClick={editor.save}>
        {editor.isSaving ? <span className="spinner" /> : <Icon name="tick" />} {editor.isSaving ? 'Saving…' : 'Save'}
      </button>
    </div>
  );
}

function Preview({ editor }: { readonly editor: OrderEditor }): ReactElement {
  const { data, error } = usePreview(editor);
  const { flaws } = editor;
  if (flaws.length > 0) {
    return <p className="soft">{`Nothing can be sent yet: ${flaws.map(({ message }) => message).join(' ')}`}</p>;
  }
  if (error !== null) return <p className="field-error">{problemFrom(error).detail}</p>;
  if (data === undefined) return <p className="soft">…</p>;
  if (data.empty) return <p className="soft">Saving would send nothing.</p>;
  return (
    <>
      <p className="mono wire-line">
        <strong>{data.method}</strong> <Breakable text={data.path} />
      </p>
      <pre className="code" tabIndex={0} aria-label="Body of the request">
        {JSON.stringify(data.payload, undefined, 2)}
      </pre>
    </>
  );
}

function usePreview({ order, edit, flaws }: OrderEditor): {
  readonly data: WirePreview | undefined;
  readonly error: unknown;
} {
  const path = `${orderPath(order.header.orderType, order.header.orderNbr)}/preview`;
  // As text, so that the same edit made anew by a render is the same question.
  const asked = useDebounced(JSON.stringify(edit), 150);
  const { data, error } = useQuery({
    queryKey: ['preview', path, asked],
    queryFn:
      flaws.length > 0
        ? skipToken
        : ({ signal }) => write<WirePreview>('POST', path, JSON.parse(asked) as OrderEdit, signal),
    placeholderData: keepPreviousData,
    staleTime: Infinity,
    gcTime: 0,
  });
  return { data, error };
}
