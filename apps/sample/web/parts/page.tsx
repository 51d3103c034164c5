import { useEffect } from 'react';
import type { ReactElement, ReactNode } from 'react';
import { useArrival } from './use-arrival.js';

/** A page: its heading, what can be done with all of it, and its pieces. Names the browser's tab. */
export function Page(props: {
  readonly title: string;
  /** Instead of the title, where more is to be shown. */
  readonly heading?: ReactNode;
  readonly about?: ReactNode;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}): ReactElement {
  const heading = useArrival();
  useEffect(() => {
    document.title = `${props.title} · Order Desk`;
  }, [props.title]);
  return (
    <div className="page">
      <header className="page-head">
        <div>
          <h1 tabIndex={-1} ref={heading}>
            {props.heading ?? props.title}
          </h1>
          {props.about !== undefined && <p>{props.about}</p>}
        </div>
        {props.actions !== undefined && <div className="row">{props.actions}</div>}
      </header>
      {props.children}
    </div>
  );
}
