import { useEffect, useRef } from 'react';
import { useLocation } from 'wouter';

/** Where a page begins for a keyboard or a screen reader: its heading, at the top. Not on the first page load. */
export function useArrival(): void {
  const [path] = useLocation();
  const from = useRef(path);
  useEffect(() => {
    if (from.current === path) return;
    from.current = path;
    scrollTo({ top: 0 });
    document.querySelector<HTMLElement>('main h1')?.focus({ preventScroll: true });
  }, [path]);
}
