import { useEffect, useSyncExternalStore } from 'react';

/** A way out that waits for the visitor's word. */
type Leave = () => void;

let isDirty = false;
let guardedHref = '';
let pending: Leave | undefined;
const listeners = new Set<() => void>();

/**
 * Listens to Back and Forward. To be called before the router listens: a window tells its listeners in their order, and
 * the router may hear of a step back only when it is meant.
 */
export function guardHistory(): void {
  addEventListener('popstate', askOnPop);
}

/** While `dirty`, leaving the page asks first: links, Back and Forward, and closing the tab. */
export function useLeaveGuard(dirty: boolean): void {
  useEffect(() => {
    isDirty = dirty;
    guardedHref = location.href;
    if (!dirty) return undefined;
    addEventListener('beforeunload', askBrowser);
    return () => {
      isDirty = false;
      removeEventListener('beforeunload', askBrowser);
    };
  }, [dirty]);
}

/** Goes on, or asks first when something is not saved. */
export function leave(go: Leave): void {
  if (isDirty) setPending(go);
  else go();
}

/** The way out that waits for an answer. */
export function usePendingLeave(): Leave | undefined {
  return useSyncExternalStore(subscribe, () => pending);
}

/** The visitor's answer. */
export function answerLeave(go: boolean): void {
  const way = pending;
  setPending(undefined);
  if (!go) return;
  isDirty = false;
  way?.();
}

function askBrowser(event: BeforeUnloadEvent): void {
  event.preventDefault();
}

/** The address has changed already: put it back, and go there once that is wanted. */
function askOnPop(event: PopStateEvent): void {
  if (!isDirty) return;
  event.stopImmediatePropagation();
  const { href } = location;
  history.pushState(null, '', guardedHref);
  setPending(() => {
    history.pushState(null, '', href);
  });
}

function setPending(next: Leave | undefined): void {
  pending = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
