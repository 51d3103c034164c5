import { Readable } from 'node:stream';
import type { ReadingSettings } from '../response/body-from-answer.js';
import { timeoutError } from '../policy/timeout.js';
import type { Call } from '../request/call.js';
import { discard } from './discard-body.js';
import { connectionErrorFrom } from './failure.js';
import { tooLong } from './read-body.js';
import type { WireResponse } from './wire.js';

/**
 * The body as a stream that ends in an error where the connection breaks, is silent for `timeoutMs`, or sends more than allowed. Time that the
 * reader takes does not count.
 */
export function streamBody({ body, headers }: WireResponse, call: Call, settings: ReadingSettings): Readable {
  const announced = headers.has('content-encoding') ? undefined : Number(headers.get('content-length') ?? NaN);
  const stream = Readable.from(chunksOf(body ?? [], announced, call, settings), { objectMode: false });
  // Destroying a stream that nobody began to read does not run the generator.
  return stream.once('close', () => discard(body));
}

async function* chunksOf(
  body: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  announced: number | undefined,
  call: Call,
  { maxResponseBytes, counters, clock }: ReadingSettings,
): AsyncGenerator<Uint8Array> {
  const chunks = Symbol.asyncIterator in body ? body[Symbol.asyncIterator]() : body[Symbol.iterator]();
  let length = 0;
  try {
    for (;;) {
      const next: IteratorResult<Uint8Array, unknown> = await inTime(chunks.next(), call, clock);
      if (next.done) break;
      const { value } = next;
      length += value.length;
      counters.bytesReceived += value.length;
      if (length > maxResponseBytes) throw tooLong(maxResponseBytes);
      yield value;
    }
  } catch (error) {
    throw call.cancellation.reason ?? connectionErrorFrom(error, call.operation);
  } finally {
    void Promise.resolve(chunks.return?.(undefined)).catch(() => undefined);
  }
  if (announced !== undefined && announced >= 0 && length < announced)
    throw connectionErrorFrom(new Error(`only ${length} of ${announced} bytes came`), call.operation);
}

function inTime<T>(
  chunk: T | Promise<T>,
  { operation, timeoutMs, cancellation }: Call,
  clock: ReadingSettings['clock'],
): Promise<T> {
  return new Promise((resolve, reject) => {
    const cancel = clock.after(timeoutMs, () => reject(timeoutError(operation, timeoutMs)));
    const untie = cancellation.onCancel(reject);
    Promise.resolve(chunk)
      .then(resolve, reject)
      .finally(() => (cancel(), untie()));
  });
}
