/**
 * Reads one step ahead: the next item is already being made while the current one is used. Leaving the loop ends the
 * source; a step that fails meanwhile is nobody's business any more.
 */
export async function* prefetch<V>(
  source: AsyncGenerator<V, void, undefined>,
  isWanted: boolean,
): AsyncGenerator<V, void, undefined> {
  let next: Promise<IteratorResult<V, void>> | undefined;
  try {
    for (;;) {
      const step: IteratorResult<V, void> = await (next ?? source.next());
      next = undefined;
      if (step.done) return;
      if (isWanted) {
        next = source.next();
        next.catch(() => undefined);
      }
      yield step.value;
    }
  } finally {
    void source.return().catch(() => undefined);
  }
}
