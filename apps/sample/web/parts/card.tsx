import { useId } from 'react';
import type { ReactElement, ReactNode } from 'react';

/** A piece of a page with a heading; a region for those who jump between them. */
export function Card(props: {
  readonly title: string;
  readonly about?: ReactNode;
  readonly aside?: ReactNode;
  readonly className?: string;
  readonly children: ReactNode;
}): ReactElement {
  const id = useId();
  return (
    <section className={`card ${props.className ?? ''}`} aria-labelledby={id}>
      <div className="card-head">
        <div>
          <h2 id={id}>{props.title}</h2>
          {props.about !== undefined && <p>{props.about}</p>}
        </div>
        {props.aside}
      </div>
      {props.children}
    </section>
  );
}
