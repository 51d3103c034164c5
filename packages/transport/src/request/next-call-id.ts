let lastCallId = 0;

/** Numbers the calls of this process, from 1. */
export function nextCallId(): number {
  return (lastCallId += 1);
}
