import { AcumaticaServerError, redactText } from '@acurecord/errors';
import type { Counters } from '../observe/counters.js';
import type { Clock } from '../clock.js';
import type { Call } from '../request/call.js';
import { readBody } from '../wire/read-body.js';
import { streamBody } from '../wire/stream-body.js';
import type { WireResponse } from '../wire/wire.js';
import { startOfPage } from './error-body.js';
import { faultFromBody } from './fault.js';

/** What reading needs to know. */
export interface ReadingSettings {
  readonly maxResponseBytes: number;
  readonly counters: Counters;
  readonly clock: Clock;
  /** Values that no error may repeat, should the server do so. */
  readonly secrets: () => readonly string[];
}

/** Reads a successful answer as the call asked. @throws AcumaticaServerError for one that makes no sense */
export async function bodyFromAnswer(answer: WireResponse, call: Call, settings: ReadingSettings): Promise<unknown> {
  if (call.responseType === 'stream') return streamBody(answer, call, settings);
  const bytes = await readBody(answer.body, settings.maxResponseBytes);
  settings.counters.bytesReceived += bytes.length;
  if (call.responseType === 'bytes') return bytes;
  const text = bytes.toString();
  if (call.responseType === 'text') return text;
  return jsonFromText(text, answer.status, call, settings);
}

function jsonFromText(text: string, status: number, call: Call, { secrets }: ReadingSettings): unknown {
  if (text === '') {
    const wanted = /json/i.test(call.headers['Accept'] ?? '') && /^(GET|PUT|PATCH|DELETE)$/.test(call.method);
    if (status !== 200 || !wanted) return undefined;
    throw unreadable(`${call.operation} was answered with ${status} and an empty body.`, status, call);
  }
  try {
    return call.parseJson(text.charCodeAt(0) === 0xfeff ? text.slice(1) : text);
  } catch (cause) {
    const page = startOfPage(text, secrets());
    const what = page.trimStart().startsWith('<') ? `a page: ${faultFromBody(page).text}` : 'a text that is not JSON';
    throw unreadable(
      `${call.operation} was answered with ${status} and ${what}.`,
      status,
      call,
      silenced(cause, secrets()),
    );
  }
}

/** The parser quotes the place where it stopped. */
function silenced(cause: unknown, secrets: readonly string[]): unknown {
  return cause instanceof Error ? Object.assign(cause, { message: redactText(cause.message, secrets) }) : cause;
}

function unreadable(message: string, status: number, { operation }: Call, cause?: unknown): AcumaticaServerError {
  return new AcumaticaServerError(message, {
    code: 'UNREADABLE_ANSWER',
    status,
    operation,
    suggestions: ['Check that baseUrl leads to the ERP itself, and what a proxy between could answer in its place.'],
    ...(cause === undefined ? {} : { cause }),
  });
}
