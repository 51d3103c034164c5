import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import type { ReactElement } from 'react';
import type { FileRow, OrderDocument } from '../../../contract/index.js';
import { orderPath } from '../../api/order-path.js';
import { orderQuery, sessionQuery } from '../../api/queries.js';
import { upload } from '../../api/request.js';
import { Card } from '../../parts/card.js';
import { Icon } from '../../parts/icon.js';
import { ProblemNotice } from '../../parts/problem-notice.js';
import { fileSize } from '../../wording/file-size.js';

/** The files that hang on the order: to download, and a way to add one. */
export function FilesCard(props: {
  readonly order: OrderDocument;
  readonly isDirty: boolean;
  readonly onReload: () => unknown;
}): ReactElement {
  const { order, isDirty, onReload } = props;
  const send = useUpload(order, isDirty ? undefined : onReload);
  return (
    <Card title="Files">
      <div className="card-body stack">
        {order.files.length === 0 && <p className="soft">No files yet.</p>}
        {order.files.length > 0 && (
          <ul className="plain-list">
            {order.files.map(({ id, name, href, comment }) => (
              <li key={id}>
                <a href={href} download={name} className="file">
                  <Icon name="file" /> {name}
                </a>
                {comment !== null && comment !== '' && <span className="soft small">{comment}</span>}
              </li>
            ))}
          </ul>
        )}
        <UploadButton
          isBusy={send.isPending}
          onFile={(file) => {
            send.mutate(file);
          }}
        />
        <p className="unseen" role="status">
          {send.isSuccess ? `${send.variables.name} is uploaded.` : ''}
        </p>
        {send.error && <ProblemNotice error={send.error} />}
      </div>
    </Card>
  );
}

/** Uploads a file; then the order is read again where nothing typed would be lost, since its version may be another. */
function useUpload(order: OrderDocument, onReload: (() => unknown) | undefined) {
  const client = useQueryClient();
  const { data: session } = useQuery(sessionQuery);
  const { orderType, orderNbr } = order.header;
  return useMutation({
    mutationFn: (file: File) => {
      const most = session?.maxFileBytes;
      if (most !== undefined && file.size > most)
        throw new Error(`${file.name} is ${fileSize(file.size)}; at most ${fileSize(most)} can be uploaded.`);
      return upload<FileRow[]>(`${orderPath(orderType, orderNbr)}/files/${encodeURIComponent(file.name)}`, file);
    },
    onSuccess: (files) => {
      client.setQueryData(orderQuery(orderType, orderNbr).queryKey, (known) => known && { ...known, files });
      return onReload?.();
    },
  });
}

function UploadButton(props: { readonly isBusy: boolean; readonly onFile: (file: File) => void }): ReactElement {
  const input = useRef<HTMLInputElement>(null);
  return (
    <div>
      <input
        ref={input}
        type="file"
        className="unseen"
        tabIndex={-1}
        aria-label="File to upload"
        onChange={({ target }) => {
          const file = target.files?.[0];
          if (file) props.onFile(file);
          // The same file again is a choice too.
          target.value = '';
        }}
      />
      <button type="button" className="button" disabled={props.isBusy} onClick={() => input.current?.click()}>
        {props.isBusy ? <span className="spinner" /> : <Icon name="upload" />}{' '}
        {props.isBusy ? 'Uploading…' : 'Upload a file'}
      </button>
    </div>
  );
}
