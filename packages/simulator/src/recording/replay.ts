import type { Answer } from '../server/answer.js';
import { jsonAnswer } from '../server/answer.js';
import type { Call } from '../server/call.js';
import type { RecordedExchange, Recording } from './recording.js';
import { redactBody } from './redact-exchange.js';

/** Query options in any order and any encoding are the same request. */
function requestKey(method: string, path: string, body: string): string {
  const [address = '', search = ''] = path.split('?');
  const options = [...new URLSearchParams(search)].map(([name, value]) => `${name.toLowerCase()}=${value}`).sort();
  return [method, safely(() => decodeURIComponent(address)).toLowerCase(), options.join('&'), canonical(body)].join(
    ' ',
  );
}

const safely = (decode: () => string): string => {
  try {
    return decode();
  } catch {
    return '';
  }
};

/** JSON with sorted members, so that their order does not matter. */
function canonical(body: string): string {
  try {
    return JSON.stringify(JSON.parse(body), (_name, value: unknown) =>
      typeof value === 'object' && value !== null && !Array.isArray(value)
        ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
        : value,
    );
  } catch {
    return body;
  }
}

/** Answers requests out of a recording; equal requests get their answers in the order they were recorded. */
export class Replay {
  readonly #byKey = new Map<string, RecordedExchange[]>();
  readonly #known: readonly string[];

  constructor({ exchanges }: Recording) {
    for (const exchange of exchanges) {
      const { method, path, body } = exchange.request;
      const key = requestKey(method, path, body);
      this.#byKey.set(key, [...(this.#byKey.get(key) ?? []), exchange]);
    }
    this.#known = exchanges.map(({ request }) => `${request.method} ${request.path}`);
  }

  /** The recorded answer; the last one again when all were given; 501 that names the request when there is none. */
  answer({ method, path, search, body, headers }: Call): Answer {
    const sent = redactBody(body.toString('utf8'), headers['content-type'] ?? '');
    const address = search === '' ? path : `${path}?${search}`;
    const found = this.#byKey.get(requestKey(method, address, sent));
    const exchange = found === undefined || found.length < 2 ? found?.[0] : found.shift();
    if (exchange === undefined) return this.#unmatched(`${method} ${address}`);
    const { response } = exchange;
    return {
      status: response.status,
      headers: Object.fromEntries(
        Object.entries(response.headers).map(([name, value]) => [name === 'set-cookie' ? 'Set-Cookie' : name, value]),
      ),
      body: response.base64 === true ? Buffer.from(response.body, 'base64') : response.body,
    };
  }

  #unmatched(request: string): Answer {
    const message = `The recording has no answer to ${request}. It has: ${this.#known.slice(0, 20).join(', ')}.`;
    return jsonAnswer(501, JSON.stringify({ message }));
  }
}
