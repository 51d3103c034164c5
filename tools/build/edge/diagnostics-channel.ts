/** A channel that nobody can subscribe to. */
export function channel(name: string): { name: string; hasSubscribers: boolean; publish(event: unknown): void } {
  return { name, hasSubscribers: false, publish: () => undefined };
}
