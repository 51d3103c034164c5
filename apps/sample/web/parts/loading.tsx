import type { ReactElement } from 'react';

/** Something is on its way. */
export function Loading({ what, lines = 5 }: { readonly what: string; readonly lines?: number }): ReactElement {
  return (
    <div className="skeleton" role="status">
      <span className="unseen">{`Loading ${what}…`}</span>
      {Array.from({ length: lines }, (_, index) => (
        <span key={index} />
      ))}
    </div>
  );
}
