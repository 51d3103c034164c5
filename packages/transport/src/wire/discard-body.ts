import { Readable } from 'node:stream';
import type { WireResponse } from './wire.js';

/** Gives up a body that nobody reads, so that its connection is free. */
export function discard(body: WireResponse['body']): void {
  if (body instanceof Readable) body.destroy();
  else if (body && !body.locked) body.cancel().catch(() => undefined);
}
