import { useEffect, useRef } from 'react';
import type { RefObject } from 'react';

/** The page that was last arrived at; none while the browser is still where it loaded. */
let lastPath: string | undefined;

/** Brings a keyboard or a screen reader to where a page begins: its heading, at the top. Not on the first page load. */
export function useArrival(): RefObject<HTMLHeadingElement | null> {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    const { pathname } = location;
    const isFirst = lastPath === undefined;
    const isNew = lastPath !== pathname;
    lastPath = pathname;
    if (isFirst) return;
    if (isNew) scrollTo({ top: 0 });
    // The same page again stands where its waiting form stood, and has taken the focus with it.
    if (isNew || document.activeElement === document.body) heading.current?.focus({ preventScroll: true });
  }, []);
  return heading;
}
