import { Fragment } from 'react';
import type { ReactElement } from 'react';

/** A path or a query that may break where a person would break it: after a slash, a comma, an ampersand. */
export function Breakable({ text }: { readonly text: string }): ReactElement {
  return (
    <>
      {text.split(/(?<=[/,&])/).map((piece, index) => (
        <Fragment key={index}>
          {piece}
          <wbr />
        </Fragment>
      ))}
    </>
  );
}
