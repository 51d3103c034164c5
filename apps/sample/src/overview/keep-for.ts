/** A load whose result is kept for a while; callers at the same time share one load, and a failure is not kept. */
export function keepFor<T>(ttlMs: number, load: () => Promise<T>): { read: () => Promise<T>; forget: () => void } {
  let kept: { readonly until: number; readonly value: Promise<T> } | undefined;
  return {
    read: () => {
      if (kept !== undefined && performance.now() < kept.until) return kept.value;
      const value = load();
      const mine = { until: performance.now() + ttlMs, value };
      kept = mine;
      value.catch(() => {
        if (kept === mine) kept = undefined;
      });
      return value;
    },
    forget: () => {
      kept = undefined;
    },
  };
}
