import type { ReactElement } from 'react';
import type { ConflictField, ConflictProblem, OrderDocument } from '../../../contract/index.js';
import { Dialog } from '../../parts/dialog.js';
import { placeInWords } from './place-in-words.js';
import { valueBefore } from './value-before.js';

/** Somebody else was faster: both versions, and a choice between them. Nothing is written until one is chosen. */
export function ConflictDialog(props: {
  readonly conflict: ConflictProblem;
  readonly order: OrderDocument;
  readonly onChoose: (choice: 'mine' | 'theirs' | 'later') => void;
}): ReactElement {
  const { conflict, order, onChoose } = props;
  return (
    <Dialog
      title="Somebody else changed this order"
      onClose={() => {
        onChoose('later');
      }}
    >
      <p>{conflict.detail}</p>
      <div className="table-wrap" tabIndex={0} role="region" aria-label="Both versions">
        <table className="table conflict">
          <caption className="unseen">What you changed, as it was, as you want it and as it is now</caption>
          <thead>
            <tr>
              <th scope="col">Field</th>
              <th scope="col">Before</th>
              <th scope="col">Yours</th>
              <th scope="col">Theirs</th>
            </tr>
          </thead>
          <tbody>
            {conflict.fields.map((field) => (
              <FieldRow key={field.path} field={field} order={order} />
            ))}
          </tbody>
        </table>
      </div>
      <p className="soft small">
        Keep mine saves your values over theirs; what you did not touch stays as they left it. Take theirs forgets what
        you typed.
      </p>
      <div className="dialog-foot">
        <button
          type="button"
          className="button quiet"
          onClick={() => {
            onChoose('later');
          }}
        >
          Back to the form
        </button>
        <button
          type="button"
          className="button"
          onClick={() => {
            onChoose('theirs');
          }}
        >
          Take theirs
        </button>
        <button
          type="button"
          className="button primary"
          onClick={() => {
            onChoose('mine');
          }}
        >
          Keep mine
        </button>
      </div>
    </Dialog>
  );
}

function FieldRow({ field, order }: { readonly field: ConflictField; readonly order: OrderDocument }): ReactElement {
  const before = valueBefore(field, order);
  const isClash = field.clash && field.theirs !== before;
  return (
    <tr className={isClash ? 'clash' : undefined}>
      <th scope="row">
        {placeInWords(field.path, order)}
        {isClash && <span className="under">Both changed it</span>}
      </th>
      <td>{inWords(before)}</td>
      <td>{inWords(field.yours)}</td>
      <td>{inWords(field.theirs)}</td>
    </tr>
  );
}

function inWords(value: unknown): string {
  if (value === undefined || value === null || value === '') return '–';
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  return typeof value === 'string' ? value : JSON.stringify(value);
}
